package org.isdarts.kernel.cuda;

import java.util.Arrays;
import org.isdarts.kernel.Tensor;

/** Numbers on a GPU. */
abstract class CudaTensor implements Tensor {
    final long address;
    private final int[] shape;
    private final int size;

    CudaTensor(long address, int... shape) {
        this.address = address;
        this.shape = shape.clone();
        this.size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Where the numbers of a tensor lie; null if there is no tensor. */
    static long address(Tensor tensor) {
        return tensor == null ? 0 : ((CudaTensor) tensor).address;
    }

    @Override
    public int[] shape() {
        return shape;
    }

    @Override
    public int size() {
        return size;
    }
}
