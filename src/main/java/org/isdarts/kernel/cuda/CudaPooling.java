package org.isdarts.kernel.cuda;

import static org.isdarts.kernel.cuda.CudaTensor.address;

import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;

/** Pooling: each thread gathers from all windows of its place. */
final class CudaPooling implements Pooling {
    private final Cuda cuda;
    private final String kernel;
    private final Images input;
    private final Images output;
    private final int[] shape;

    CudaPooling(Cuda cuda, PoolingShape shape, Images input, Images output) {
        this.cuda = cuda;
        this.kernel = shape.kind() == PoolingShape.Kind.MAXIMUM ? "maximumPooling" : "averagePooling";
        this.input = input;
        this.output = output;
        this.shape = new int[] {
            input.pitch(),
            shape.height(),
            shape.width(),
            shape.outHeight(),
            shape.outWidth(),
            shape.kernel(),
            shape.stride(),
            shape.padding()
        };
    }

    @Override
    public void forward(Tensor from, Tensor into) {
        cuda.launch(kernel, output.grid(), address(from), address(into), shape, output.groups());
    }

    @Override
    public void backward(Tensor from, Tensor outputGradient, Tensor inputGradient) {
        cuda.launch(
                kernel + "Backward",
                input.grid(),
                address(from),
                address(outputGradient),
                address(inputGradient),
                shape,
                input.groups());
    }
}
