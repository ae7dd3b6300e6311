package org.isdarts.strategy.snas;

import java.util.Arrays;
import java.util.Random;
import org.isdarts.space.Mask;
import org.isdarts.strategy.Activation;

/**
 * A sample of the concrete distribution on every edge: {@code z = softmax((a + g) / t)} with {@code g = -log(-log u)}, u
 * uniform between 0 and 1. Its largest entry is at k with probability {@code softmax(a)_k}, at any temperature.
 *
 * @param coefficients z, {@code [edge][operation]}
 * @param temperature t
 */
public record ConcreteSample(double[][] coefficients, double temperature) {
    /**
     * The sample that given noise leads to.
     *
     * @param weights a, architecture weights {@code [edge][operation]}
     * @param uniform u, of the same shape
     * @param mask what takes part
     */
    public static ConcreteSample of(double[][] weights, double[][] uniform, double temperature, Mask mask) {
        double[][] logits = new double[weights.length][];
        Arrays.setAll(logits, edge -> {
            double[] row = new double[weights[edge].length];
            Arrays.setAll(row, k -> (weights[edge][k] + gumbel(uniform[edge][k])) / temperature);
            return row;
        });
        return new ConcreteSample(Activation.SOFTMAX.coefficients(logits, mask), temperature);
    }

    /** {@code -log(-log u)}. */
    static double gumbel(double uniform) {
        return -StrictMath.log(-StrictMath.log(uniform));
    }

    /** Noise for a table: numbers between 0 and 1, neither of them included. */
    public static double[][] noise(int edges, int operations, Random random) {
        double[][] uniform = new double[edges][operations];
        for (double[] row : uniform) {
            Arrays.setAll(row, k -> between(random));
        }
        return uniform;
    }

    private static double between(Random random) {
        double drawn = random.nextDouble();
        while (drawn == 0) {
            drawn = random.nextDouble();
        }
        return drawn;
    }

    /**
     * The gradient with respect to the architecture weights: {@code da_k = z_k (G_k - sum of z_j G_j) / t}.
     *
     * @param gradient G, with respect to the coefficients
     */
    public double[][] gradient(double[][] gradient) {
        double[][] ofLogits = Activation.SOFTMAX.gradient(coefficients, gradient);
        for (double[] row : ofLogits) {
            for (int k = 0; k < row.length; k++) {
                row[k] /= temperature;
            }
        }
        return ofLogits;
    }
}
