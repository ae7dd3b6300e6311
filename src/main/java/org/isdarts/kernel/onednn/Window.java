package org.isdarts.kernel.onednn;

import org.bytedeco.dnnl.memory;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Precision;

/**
 * The geometry of a convolution as oneDNN describes it.
 *
 * @param weight {@code [outChannels,inChannels,rows,columns]}, of which inChannels is 1 if depthwise
 * @param depthwise whether every channel has a window of its own
 * @param stride distance between windows
 * @param dilation distance between the taps of a window
 * @param paddingRows zeros added above and below
 * @param paddingColumns zeros added left and right
 */
record Window(int[] weight, boolean depthwise, int stride, int dilation, int paddingRows, int paddingColumns) {
    static Window of(ConvolutionShape shape) {
        return new Window(
                shape.weight(), shape.depthwise(), shape.stride(), shape.dilation(), shape.padding(), shape.padding());
    }

    long[] strides() {
        return new long[] {stride, stride};
    }

    /** oneDNN counts the taps left out. */
    long[] gaps() {
        return new long[] {dilation - 1, dilation - 1};
    }

    long[] padding() {
        return new long[] {paddingRows, paddingColumns};
    }

    /** Weights in whichever layout the primitive likes best; a depthwise convolution has a group for each channel. */
    memory.desc anyWeights(Precision precision) {
        long[] dense = {weight[0], weight[1], weight[2], weight[3]};
        long[] grouped = {weight[0], 1, 1, weight[2], weight[3]};
        return new memory.desc(depthwise ? grouped : dense, Layout.type(precision), memory.format_tag.any);
    }
}
