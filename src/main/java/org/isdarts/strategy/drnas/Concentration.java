package org.isdarts.strategy.drnas;

import java.util.Arrays;

/** The concentration of an edge's Dirichlet distribution as a function of architecture weights: {@code elu(a) + 1}. */
public final class Concentration {
    private Concentration() {}

    /** {@code a + 1} where a is positive, else {@code exp(a)}; above 0 in either case. */
    public static double[] of(double[] weights) {
        return Arrays.stream(weights)
                .map(a -> a > 0 ? a + 1 : StrictMath.exp(a))
                .toArray();
    }

    /**
     * The gradient with respect to the architecture weights.
     *
     * @param gradient with respect to the concentration
     */
    public static double[] gradient(double[] weights, double[] gradient) {
        double[] ofWeights = new double[weights.length];
        Arrays.setAll(ofWeights, k -> gradient[k] * (weights[k] > 0 ? 1 : StrictMath.exp(weights[k])));
        return ofWeights;
    }
}
