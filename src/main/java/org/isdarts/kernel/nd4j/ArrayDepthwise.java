package org.isdarts.kernel.nd4j;

import static org.isdarts.kernel.nd4j.ArrayTensor.array;

import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * ND4J's {@code depthwise_conv2d}. It fails on dilated windows, so those are spread out: as wide as the dilated window,
 * with zeros between the taps.
 */
final class ArrayDepthwise implements Convolution {

    private final ArrayKernels kernels;
    private final ConvolutionShape shape;
    private final int[] windows;

    ArrayDepthwise(ArrayKernels kernels, ConvolutionShape shape) {
        this.kernels = kernels;
        this.shape = shape;
        int side = shape.dilation() * (shape.kernel() - 1) + 1;
        this.windows = new int[] {side, side, shape.inChannels(), 1};
    }

    @Override
    public void forward(Tensor input, Tensor weight, Tensor output) {
        execute("depthwise_conv2d", new INDArray[] {array(input), spread(weight)}, array(output));
    }

    @Override
    public void backward(
            Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        Tensor target = inputGradient == null ? kernels.scratch("input gradient", shape.input()) : inputGradient;
        INDArray[] inputs = {array(input), spread(weight), array(outputGradient)};
        INDArray windowGradient = array(kernels.scratch("window gradient", windows));
        execute("depthwise_conv2d_bp", inputs, array(target), windowGradient);
        if (weightGradient != null) {
            array(weightGradient).assign(taps(windowGradient));
        }
    }

    /** The weights {@code [C,1,k,k]} as ND4J takes them, {@code [side,side,C,1]}. */
    private INDArray spread(Tensor weight) {
        INDArray window = array(kernels.scratch("window", windows));
        window.assign(0);
        taps(window).assign(array(weight));
        return window;
    }

    /** What of a window is not between the taps, as {@code [C,1,k,k]}; shares the memory. */
    private INDArray taps(INDArray window) {
        INDArrayIndex taps = NDArrayIndex.interval(0, shape.dilation(), windows[0]);
        return window.get(taps, taps, NDArrayIndex.all(), NDArrayIndex.all()).permute(2, 3, 0, 1);
    }

    private void execute(String name, INDArray[] inputs, INDArray... outputs) {
        kernels.execute(
                name,
                inputs,
                outputs,
                windows[0],
                windows[1],
                shape.stride(),
                shape.stride(),
                shape.padding(),
                shape.padding(),
                1,
                1,
                ArrayKernels.EXPLICIT_PADDING,
                ArrayKernels.NCHW);
    }
}
