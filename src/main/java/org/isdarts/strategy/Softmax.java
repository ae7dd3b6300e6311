package org.isdarts.strategy;

import java.util.Arrays;

/**
 * The softmax of a row of numbers. Like all arithmetic of strategies it uses {@link StrictMath}, whose results are the
 * same bits on every machine, so that a resumed search goes on exactly.
 */
public final class Softmax {
    private Softmax() {}

    /** {@code exp(a_k) / sum of exp(a_j)}. */
    public static double[] of(double[] values) {
        return of(values, all(values));
    }

    /**
     * The softmax over part of a row.
     *
     * @param values the row
     * @param kept which of its numbers take part; the others get 0
     */
    public static double[] of(double[] values, boolean[] kept) {
        double logOfSum = logOfSum(values, kept);
        double[] shares = new double[values.length];
        Arrays.setAll(shares, k -> kept[k] ? StrictMath.exp(values[k] - logOfSum) : 0);
        return shares;
    }

    /** {@code log(sum of exp(a_j))}. */
    public static double logOfSum(double[] values) {
        return logOfSum(values, all(values));
    }

    private static boolean[] all(double[] values) {
        boolean[] all = new boolean[values.length];
        Arrays.fill(all, true);
        return all;
    }

    /** {@code log(sum of exp(a_j))} over the numbers that take part; minus infinity if none does. */
    public static double logOfSum(double[] values, boolean[] kept) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < values.length; k++) {
            largest = kept[k] ? Math.max(largest, values[k]) : largest;
        }
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            sum += kept[k] ? StrictMath.exp(values[k] - largest) : 0;
        }
        return largest + StrictMath.log(sum);
    }

    /**
     * The chain rule: {@code da_k = p_k (G_k - sum of p_j G_j)}.
     *
     * @param shares p, the softmax
     * @param gradient G, the gradient with respect to p
     * @return the gradient with respect to the row that p was made of
     */
    public static double[] gradient(double[] shares, double[] gradient) {
        double mean = 0;
        for (int j = 0; j < shares.length; j++) {
            mean += shares[j] * gradient[j];
        }
        double subtracted = mean;
        double[] ofRow = new double[shares.length];
        Arrays.setAll(ofRow, k -> shares[k] * (gradient[k] - subtracted));
        return ofRow;
    }
}
