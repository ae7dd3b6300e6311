package org.isdarts.kernel.loops;

/** Sums of floats in double precision, with four running sums so that additions need not wait for one another. */
public final class Sums {
    private Sums() {}

    /** The sum of the first {@code count} values. */
    public static double sum(float[] values, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < count; i++) {
            a += values[i];
        }
        return a + b + c + d;
    }

    /** The sum of the products of the first {@code count} values. */
    public static double dot(float[] left, float[] right, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += (double) left[i] * right[i];
            b += (double) left[i + 1] * right[i + 1];
            c += (double) left[i + 2] * right[i + 2];
            d += (double) left[i + 3] * right[i + 3];
        }
        for (; i < count; i++) {
            a += (double) left[i] * right[i];
        }
        return a + b + c + d;
    }
}
