package org.isdarts.kernel;

/**
 * A block of numbers owned by the {@link Kernels} that allocated it, used by one thread at a time. Where and in which
 * layout the numbers lie is the adapter's business; reading and writing always speak row-major order, images as
 * {@code [N,C,H,W]}.
 */
public interface Tensor {
    /** Lengths of the dimensions, outermost first; not to be changed. */
    int[] shape();

    /** How many numbers it holds. */
    int size();

    /** Copies all numbers into the first {@link #size()} places of the array. */
    void read(float[] target);

    /** Sets all numbers from the first {@link #size()} places of the array. */
    void write(float[] source);
}
