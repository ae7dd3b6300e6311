package org.isdarts.kernel.cuda;

import org.isdarts.kernel.Tensor;

/**
 * The weights of a convolution, or their gradient, as the kernels want them: plain. A net's weights, slices of its
 * vector of parameters, lie so already; others are brought to a place and back at every use.
 */
final class PlainWeights {
    private final Cuda cuda;
    private final int[] shape;
    private PlainTensor place;

    PlainWeights(Cuda cuda, int... shape) {
        this.cuda = cuda;
        this.shape = shape;
    }

    /** Weights to be read. */
    long read(Tensor weight) {
        if (weight instanceof ImageTensor images) {
            images.tell(place());
        }
        return written(weight);
    }

    /** Where a gradient is to be written. */
    long written(Tensor gradient) {
        return gradient instanceof ImageTensor ? place().address : CudaTensor.address(gradient);
    }

    /** The gradient has been written. */
    void finish(Tensor gradient) {
        if (gradient instanceof ImageTensor images) {
            images.arrange(place());
        }
    }

    private PlainTensor place() {
        if (place == null) {
            int size = shape[0] * shape[1] * shape[2] * shape[3];
            place = new PlainTensor(cuda.device(), cuda.pool().take((long) size * Float.BYTES), shape);
        }
        return place;
    }
}
