package org.isdarts.kernel.nd4j;

import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J's {@code conv2d}, which computes with oneDNN or cuDNN where its backend has it. */
final class ArrayConvolution implements Convolution {
    private static final int WEIGHTS_OUT_IN_ROW_COLUMN = 1;

    private final ArrayKernels kernels;
    private final ConvolutionShape shape;

    ArrayConvolution(ArrayKernels kernels, ConvolutionShape shape) {
        this.kernels = kernels;
        this.shape = shape;
    }

    @Override
    public void forward(Tensor input, Tensor weight, Tensor output) {
        execute("conv2d", arrays(input, weight), arrays(output));
    }

    @Override
    public void backward(
            Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        Tensor target = inputGradient == null ? kernels.scratch("input gradient", shape.input()) : inputGradient;
        Tensor weights = weightGradient == null ? kernels.scratch("weight gradient", shape.weight()) : weightGradient;
        execute("conv2d_bp", arrays(input, weight, outputGradient), arrays(target, weights));
    }

    private void execute(String name, INDArray[] inputs, INDArray[] outputs) {
        kernels.execute(
                name,
                inputs,
                outputs,
                shape.kernel(),
                shape.kernel(),
                shape.stride(),
                shape.stride(),
                shape.padding(),
                shape.padding(),
                shape.dilation(),
                shape.dilation(),
                ArrayKernels.EXPLICIT_PADDING,
                ArrayKernels.NCHW,
                WEIGHTS_OUT_IN_ROW_COLUMN);
    }

    private static INDArray[] arrays(Tensor... tensors) {
        INDArray[] arrays = new INDArray[tensors.length];
        for (int i = 0; i < tensors.length; i++) {
            arrays[i] = ArrayTensor.array(tensors[i]);
        }
        return arrays;
    }
}
