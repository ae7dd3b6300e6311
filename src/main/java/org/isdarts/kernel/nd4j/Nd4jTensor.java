package org.isdarts.kernel.nd4j;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.isdarts.kernel.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Floats in native memory, seen by ND4J as an array and by Java as a buffer. */
final class Nd4jTensor implements Tensor {
    final INDArray array;
    final FloatBuffer buffer;
    private final int[] shape;
    private final int size;

    Nd4jTensor(INDArray array, FloatBuffer buffer, int[] shape) {
        this.array = array;
        this.buffer = buffer;
        this.shape = shape.clone();
        this.size = size(shape);
    }

    static Nd4jTensor of(Tensor tensor) {
        return (Nd4jTensor) tensor;
    }

    private static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** The numbers from {@code offset} on in another shape; shares the memory. */
    Nd4jTensor part(int offset, int... shape) {
        int count = size(shape);
        INDArray part = array.reshape('c', new long[] {size})
                .get(NDArrayIndex.interval(offset, offset + count))
                .reshape('c', Arrays.stream(shape).asLongStream().toArray());
        return new Nd4jTensor(part, buffer.slice(offset, count), shape);
    }

    @Override
    public int[] shape() {
        return shape;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void read(float[] target) {
        buffer.get(0, target, 0, size);
    }

    @Override
    public void write(float[] source) {
        buffer.put(0, source, 0, size);
    }

    float get(int index) {
        return buffer.get(index);
    }

    void set(int index, double value) {
        buffer.put(index, (float) value);
    }
}
