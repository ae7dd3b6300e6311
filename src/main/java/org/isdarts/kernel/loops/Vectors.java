package org.isdarts.kernel.loops;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.isdarts.kernel.Kernels.MomentumStep;

/**
 * Loops over long vectors in native memory. Java does not vectorise loops over such memory, but it does over arrays
 * that fit the first-level cache; so a loop copies a piece into an array, computes there, and copies back.
 */
public final class Vectors {
    /** Numbers copied at once: 16 KB, half of a small first-level cache. */
    private static final int PIECE = 4096;

    /** Where a thread has its pieces; arrays of their own for every vector would be most of a step's garbage. */
    private static final ThreadLocal<Pieces> PIECES = ThreadLocal.withInitial(Pieces::new);

    private Vectors() {}

    /** A piece of each of up to three vectors. */
    private static final class Pieces {
        private final float[] first = new float[PIECE];
        private final float[] second = new float[PIECE];
        private final float[] third = new float[PIECE];
    }

    /** Sum of all squares, in double precision; the pieces are added in their order whoever has summed them. */
    public static double sumOfSquares(FloatBuffer vector, Workers workers) {
        double[] sums = new double[pieces(vector)];
        workers.forEach(sums.length, (from, to) -> {
            float[] values = PIECES.get().first;
            for (int i = from; i < to; i++) {
                int count = length(i, vector);
                vector.get(i * PIECE, values, 0, count);
                sums[i] = Sums.dot(values, values, count);
            }
        });
        return Arrays.stream(sums).reduce(0, Double::sum);
    }

    /** The dot product of vectors of equal length, in double precision and the same order of additions. */
    public static double dot(FloatBuffer left, FloatBuffer right, Workers workers) {
        double[] sums = new double[pieces(left)];
        workers.forEach(sums.length, (from, to) -> {
            float[] values = PIECES.get().first;
            float[] others = PIECES.get().second;
            for (int i = from; i < to; i++) {
                int count = length(i, left);
                left.get(i * PIECE, values, 0, count);
                right.get(i * PIECE, others, 0, count);
                sums[i] = Sums.dot(values, others, count);
            }
        });
        return Arrays.stream(sums).reduce(0, Double::sum);
    }

    /** One step of {@link org.isdarts.kernel.Kernels#descend}. */
    public static void descend(
            FloatBuffer value, FloatBuffer gradient, FloatBuffer velocity, MomentumStep step, Workers workers) {
        float factor = (float) step.gradientFactor();
        float decay = (float) step.weightDecay();
        float momentum = (float) step.momentum();
        float rate = (float) step.rate();
        float gradientShare = (float) step.gradientShare();
        float velocityShare = (float) step.velocityShare();
        workers.forEach(pieces(value), (from, to) -> {
            float[] w = PIECES.get().first;
            float[] g = PIECES.get().second;
            float[] v = PIECES.get().third;
            for (int i = from; i < to; i++) {
                int place = i * PIECE;
                int count = length(i, value);
                value.get(place, w, 0, count);
                gradient.get(place, g, 0, count);
                velocity.get(place, v, 0, count);
                for (int j = 0; j < count; j++) {
                    float total = factor * g[j] + decay * w[j];
                    v[j] = momentum * v[j] + total;
                    w[j] -= rate * (gradientShare * total + velocityShare * v[j]);
                }
                value.put(place, w, 0, count);
                velocity.put(place, v, 0, count);
            }
        });
    }

    private static int pieces(FloatBuffer vector) {
        return (vector.capacity() + PIECE - 1) / PIECE;
    }

    private static int length(int piece, FloatBuffer vector) {
        return Math.min(PIECE, vector.capacity() - piece * PIECE);
    }
}
