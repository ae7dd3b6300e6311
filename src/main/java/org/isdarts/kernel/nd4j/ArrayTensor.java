package org.isdarts.kernel.nd4j;

import java.util.Arrays;
import org.isdarts.kernel.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** An array of ND4J's, wherever its backend keeps it. */
class ArrayTensor implements Tensor {
    final INDArray array;
    private final int[] shape;
    private final int size;

    ArrayTensor(INDArray array, int[] shape) {
        this.array = array;
        this.shape = shape.clone();
        this.size = size(shape);
    }

    /** The array of a tensor made by kernels of this package. */
    static INDArray array(Tensor tensor) {
        return ((ArrayTensor) tensor).array;
    }

    static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** The numbers from {@code offset} on in another shape; shares the memory. */
    ArrayTensor part(int offset, int... partShape) {
        return new ArrayTensor(view(offset, partShape), partShape);
    }

    final INDArray view(int offset, int[] viewShape) {
        return array.reshape('c', new long[] {size})
                .get(NDArrayIndex.interval(offset, offset + size(viewShape)))
                .reshape('c', Arrays.stream(viewShape).asLongStream().toArray());
    }

    @Override
    public final int[] shape() {
        return shape;
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public void read(float[] target) {
        // The copy is dense and begins at its buffer's start, which a view does not.
        try (INDArray copy = array.dup('c')) {
            System.arraycopy(copy.data().asFloat(), 0, target, 0, size);
        }
    }

    @Override
    public void write(float[] source) {
        try (INDArray copy = Nd4j.createFromArray(source.length == size ? source : Arrays.copyOf(source, size))) {
            array.assign(copy.reshape('c', array.shape()));
        }
    }
}
