package org.isdarts.kernel.reference;

import org.isdarts.kernel.Tensor;

/** A tensor of doubles in row-major order; a slice shares the array of its vector. */
public final class ReferenceTensor implements Tensor {
    final double[] values;
    final int offset;
    private final int[] shape;
    private final int size;

    ReferenceTensor(double[] values, int offset, int[] shape) {
        this.values = values;
        this.offset = offset;
        this.shape = shape.clone();
        int product = 1;
        for (int length : shape) {
            product *= length;
        }
        this.size = product;
    }

    @Override
    public int[] shape() {
        return shape;
    }

    @Override
    public int size() {
        return size;
    }

    /** The number at a row-major place. */
    public double get(int index) {
        return values[offset + index];
    }

    /** Sets the number at a row-major place. */
    public void set(int index, double value) {
        values[offset + index] = value;
    }

    void add(int index, double value) {
        values[offset + index] += value;
    }

    @Override
    public void read(float[] target) {
        for (int i = 0; i < size; i++) {
            target[i] = (float) get(i);
        }
    }

    @Override
    public void write(float[] source) {
        for (int i = 0; i < size; i++) {
            set(i, source[i]);
        }
    }
}
