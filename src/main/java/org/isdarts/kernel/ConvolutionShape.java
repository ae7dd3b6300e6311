package org.isdarts.kernel;

/**
 * The shape of a convolution without bias from {@code [N,inChannels,H,W]} to {@code [N,outChannels,H',W']}.
 *
 * @param images N
 * @param inChannels channels of the input
 * @param height H of the input
 * @param width W of the input
 * @param outChannels channels of the output
 * @param kernel side of the square window
 * @param stride distance between windows
 * @param padding zeros added at each of the four sides
 * @param dilation distance between the taps of a window
 * @param depthwise whether every channel has a window of its own; then inChannels = outChannels
 */
public record ConvolutionShape(
        int images,
        int inChannels,
        int height,
        int width,
        int outChannels,
        int kernel,
        int stride,
        int padding,
        int dilation,
        boolean depthwise) {
    public ConvolutionShape {
        if (depthwise && inChannels != outChannels) {
            throw new IllegalArgumentException("a depthwise convolution keeps its channels");
        }
    }

    /** A convolution over all channels whose padding keeps the size at stride 1. */
    public static ConvolutionShape dense(int[] input, int outChannels, int kernel, int stride) {
        return new ConvolutionShape(
                input[0], input[1], input[2], input[3], outChannels, kernel, stride, kernel / 2, 1, false);
    }

    /** A convolution of every channel on its own whose padding keeps the size at stride 1. */
    public static ConvolutionShape depthwise(int[] input, int kernel, int stride, int dilation) {
        return new ConvolutionShape(
                input[0],
                input[1],
                input[2],
                input[3],
                input[1],
                kernel,
                stride,
                dilation * (kernel / 2),
                dilation,
                true);
    }

    public int outHeight() {
        return outSide(height);
    }

    public int outWidth() {
        return outSide(width);
    }

    /** {@code [N,inChannels,H,W]}. */
    public int[] input() {
        return new int[] {images, inChannels, height, width};
    }

    /** {@code [N,outChannels,H',W']}. */
    public int[] output() {
        return new int[] {images, outChannels, outHeight(), outWidth()};
    }

    /** {@code [outChannels,inChannels,k,k]}, or {@code [outChannels,1,k,k]} if depthwise. */
    public int[] weight() {
        return new int[] {outChannels, depthwise ? 1 : inChannels, kernel, kernel};
    }

    private int outSide(int side) {
        return (side + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
    }
}
