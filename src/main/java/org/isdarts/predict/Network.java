package org.isdarts.predict;

/** A network that tells the logits of images. */
interface Network extends AutoCloseable {
    /**
     * The logits of an image, {@code [classes]}.
     *
     * @param image normalized, {@code [3,H,W]}
     */
    float[] logits(float[] image);

    @Override
    void close();
}
