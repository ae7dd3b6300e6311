package org.isdarts.strategy.dsnas;

import java.util.Arrays;
import java.util.Random;
import org.isdarts.strategy.Categorical;

/**
 * One operation of every edge of a cell type, drawn with the probabilities {@code p = softmax(a)}.
 *
 * @param shares p, {@code [edge][operation]}
 * @param operations the operation s drawn on every edge
 */
public record SingleSample(double[][] shares, int[] operations) {
    /** Draws one. */
    public static SingleSample draw(double[][] shares, Random random) {
        return new SingleSample(
                shares,
                Arrays.stream(shares)
                        .mapToInt(row -> Categorical.draw(row, random))
                        .toArray());
    }

    /** The coefficients, {@code [edge][operation]}: 1 for what was drawn, else 0. */
    public double[][] coefficients() {
        double[][] coefficients = new double[shares.length][];
        Arrays.setAll(coefficients, edge -> {
            double[] row = new double[shares[edge].length];
            row[operations[edge]] = 1;
            return row;
        });
        return coefficients;
    }

    /** The logarithm of the probability of drawing this. */
    public double logProbability() {
        double sum = 0;
        for (int edge = 0; edge < operations.length; edge++) {
            sum += StrictMath.log(shares[edge][operations[edge]]);
        }
        return sum;
    }

    /**
     * The reward of every edge: {@code r = dL/dz_s}, the gradient of the drawn operation's coefficient.
     *
     * @param coefficientGradient of all coefficients, {@code [edge][operation]}; only what was drawn is read
     */
    public double[] rewards(double[][] coefficientGradient) {
        double[] rewards = new double[operations.length];
        Arrays.setAll(rewards, edge -> coefficientGradient[edge][operations[edge]]);
        return rewards;
    }

    /** The gradient with respect to the architecture weights: {@code da_k = r (1[k = s] - p_k)}. */
    public double[][] gradient(double[] rewards) {
        double[][] gradient = coefficients();
        for (int edge = 0; edge < gradient.length; edge++) {
            for (int k = 0; k < gradient[edge].length; k++) {
                gradient[edge][k] = rewards[edge] * (gradient[edge][k] - shares[edge][k]);
            }
        }
        return gradient;
    }
}
