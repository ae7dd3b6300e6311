package org.isdarts.kernel.nd4j;

import java.nio.FloatBuffer;
import org.isdarts.kernel.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Floats in the processor's memory, seen by ND4J as an array and by Java as a buffer. */
final class Nd4jTensor extends ArrayTensor {
    final FloatBuffer buffer;

    private Nd4jTensor(INDArray array, FloatBuffer buffer, int[] shape) {
        super(array, shape);
        this.buffer = buffer;
    }

    /** All of an array of one dimension. */
    static Nd4jTensor whole(INDArray array) {
        return new Nd4jTensor(array, array.data().asNioFloat(), new int[] {(int) array.length()});
    }

    static Nd4jTensor of(Tensor tensor) {
        return (Nd4jTensor) tensor;
    }

    @Override
    Nd4jTensor part(int offset, int... shape) {
        return new Nd4jTensor(view(offset, shape), buffer.slice(offset, size(shape)), shape);
    }

    @Override
    public void read(float[] target) {
        buffer.get(0, target, 0, size());
    }

    @Override
    public void write(float[] source) {
        buffer.put(0, source, 0, size());
    }

    float get(int index) {
        return buffer.get(index);
    }

    void set(int index, double value) {
        buffer.put(index, (float) value);
    }
}
