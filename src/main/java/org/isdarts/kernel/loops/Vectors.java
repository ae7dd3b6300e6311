package org.isdarts.kernel.loops;

import java.nio.FloatBuffer;
import org.isdarts.kernel.Kernels.NesterovStep;

/**
 * Loops over long vectors in native memory. Java does not vectorise loops over such memory, but it does over arrays
 * that fit the first-level cache; so a loop copies a piece into an array, computes there, and copies back.
 */
public final class Vectors {
    /** Numbers copied at once: 16 KB, half of a small first-level cache. */
    private static final int PIECE = 4096;

    private Vectors() {}

    /** Sum of all squares, in double precision. */
    public static double sumOfSquares(FloatBuffer vector) {
        float[] values = new float[PIECE];
        double sum = 0;
        for (int place = 0; place < vector.capacity(); place += PIECE) {
            int count = Math.min(PIECE, vector.capacity() - place);
            vector.get(place, values, 0, count);
            sum += Sums.dot(values, values, count);
        }
        return sum;
    }

    /** One step of {@link org.isdarts.kernel.Kernels#nesterovStep}. */
    public static void nesterovStep(FloatBuffer value, FloatBuffer gradient, FloatBuffer velocity, NesterovStep step) {
        float factor = (float) step.gradientFactor();
        float decay = (float) step.weightDecay();
        float momentum = (float) step.momentum();
        float rate = (float) step.rate();
        float[] w = new float[PIECE];
        float[] g = new float[PIECE];
        float[] v = new float[PIECE];
        for (int place = 0; place < value.capacity(); place += PIECE) {
            int count = Math.min(PIECE, value.capacity() - place);
            value.get(place, w, 0, count);
            gradient.get(place, g, 0, count);
            velocity.get(place, v, 0, count);
            for (int i = 0; i < count; i++) {
                float total = factor * g[i] + decay * w[i];
                v[i] = momentum * v[i] + total;
                w[i] -= rate * (total + momentum * v[i]);
            }
            value.put(place, w, 0, count);
            velocity.put(place, v, 0, count);
        }
    }
}
