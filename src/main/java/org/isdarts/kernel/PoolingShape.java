package org.isdarts.kernel;

/**
 * The shape of a pooling of {@code [N,C,H,W]}.
 *
 * @param kind average (divided by the pixels inside the image, so padding does not count) or maximum
 * @param images N
 * @param channels C
 * @param height H of the input
 * @param width W of the input
 * @param kernel side of the square window
 * @param stride distance between windows
 * @param padding pixels added at each of the four sides
 */
public record PoolingShape(
        Kind kind, int images, int channels, int height, int width, int kernel, int stride, int padding) {

    /** What a window gives. */
    public enum Kind {
        AVERAGE,
        MAXIMUM
    }

    public int outHeight() {
        return (height + 2 * padding - kernel) / stride + 1;
    }

    public int outWidth() {
        return (width + 2 * padding - kernel) / stride + 1;
    }

    /** {@code [N,C,H',W']}. */
    public int[] output() {
        return new int[] {images, channels, outHeight(), outWidth()};
    }
}
