package org.isdarts.data;

import java.util.Random;

/**
 * Sets a square of a training image to 0, the mean, once it is normalized (DeVries and Taylor 2017, as quark0/darts does
 * it): its center is drawn uniformly over all pixels, and what lies outside the image is left out.
 *
 * @param side of the square in pixels; 0 cuts nothing out
 */
public record Cutout(int side) {
    /** Images stay whole. */
    public static final Cutout NOTHING = new Cutout(0);

    /**
     * Cuts a square out of an image.
     *
     * @param images planar {@code [N,3,H,W]}
     * @param offset where the image begins
     */
    void apply(float[] images, int offset, int height, int width, Random random) {
        if (side == 0) {
            return;
        }
        int top = random.nextInt(height) - side / 2;
        int left = random.nextInt(width) - side / 2;
        for (int row = Math.max(0, top); row < Math.min(height, top + side); row++) {
            for (int column = Math.max(0, left); column < Math.min(width, left + side); column++) {
                for (int channel = 0; channel < ImageSet.CHANNELS; channel++) {
                    images[offset + (channel * height + row) * width + column] = 0;
                }
            }
        }
    }
}
