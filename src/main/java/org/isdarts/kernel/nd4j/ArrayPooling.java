package org.isdarts.kernel.nd4j;

import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J's {@code avgpool2d} and {@code maxpool2d}. */
final class ArrayPooling implements Pooling {
    private static final int DIVIDE_BY_PIXELS_INSIDE = 0;

    private final ArrayKernels kernels;
    private final PoolingShape shape;

    ArrayPooling(ArrayKernels kernels, PoolingShape shape) {
        this.kernels = kernels;
        this.shape = shape;
    }

    @Override
    public void forward(Tensor input, Tensor output) {
        INDArray[] inputs = {ArrayTensor.array(input)};
        execute("", inputs, ArrayTensor.array(output));
    }

    @Override
    public void backward(Tensor input, Tensor outputGradient, Tensor inputGradient) {
        INDArray[] inputs = {ArrayTensor.array(input), ArrayTensor.array(outputGradient)};
        execute("_bp", inputs, ArrayTensor.array(inputGradient));
    }

    private void execute(String pass, INDArray[] inputs, INDArray output) {
        String kind = shape.kind() == PoolingShape.Kind.AVERAGE ? "avgpool2d" : "maxpool2d";
        kernels.execute(
                kind + pass,
                inputs,
                new INDArray[] {output},
                shape.kernel(),
                shape.kernel(),
                shape.stride(),
                shape.stride(),
                shape.padding(),
                shape.padding(),
                1,
                1,
                ArrayKernels.EXPLICIT_PADDING,
                DIVIDE_BY_PIXELS_INSIDE,
                ArrayKernels.NCHW);
    }
}
