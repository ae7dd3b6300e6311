package org.isdarts.strategy.drnas;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.special.Gamma;

/**
 * A Dirichlet distribution, which a sample can be differentiated through.
 *
 * <p>The gradient of a sample x is implicit (Jankowiak and Obermeyer, Pathwise Derivatives Beyond the Reparameterization
 * Trick, ICML 2018; as PyTorch has it): x_k is distributed as {@code Beta(c_k, C - c_k)}, and moves with c_k so that its place in that
 * distribution stays; the other entries share what is left in the proportions they have.
 *
 * @param concentration c, every entry above 0; C is their sum
 */
public record Dirichlet(double[] concentration) {
    private double total() {
        return Arrays.stream(concentration).sum();
    }

    /** The mean of all samples, {@code c_k / C}. */
    public double[] mean() {
        double total = total();
        return Arrays.stream(concentration).map(c -> c / total).toArray();
    }

    /** Draws a sample; its entries sum to 1. */
    public double[] draw(Random random) {
        double[] parts = Arrays.stream(concentration)
                .map(shape -> Math.max(GammaDraw.of(shape, random), Double.MIN_NORMAL))
                .toArray();
        double sum = Arrays.stream(parts).sum();
        return Arrays.stream(parts).map(part -> part / sum).toArray();
    }

    /**
     * The gradient with respect to the concentration, through a sample:
     * {@code dc_k = (dx_k/dc_k) / (1 - x_k) (G_k - sum of x_j G_j)}.
     *
     * @param sample x
     * @param gradient G, with respect to the sample
     */
    public double[] gradient(double[] sample, double[] gradient) {
        double mean = 0;
        for (int j = 0; j < sample.length; j++) {
            mean += sample[j] * gradient[j];
        }
        double subtracted = mean;
        double total = total();
        double[] ofConcentration = new double[sample.length];
        Arrays.setAll(
                ofConcentration,
                k -> new Beta(concentration[k], total - concentration[k]).slope(sample[k])
                        / (1 - sample[k])
                        * (gradient[k] - subtracted));
        return ofConcentration;
    }

    /**
     * The divergence KL(this || Dirichlet(1, ..., 1)), the penalty of DrNAS: {@code log G(C) - sum of log G(c_k) - log G(K) +
     * sum of (c_k - 1) (psi(c_k) - psi(C))}, with G the gamma function, psi its logarithmic derivative and K entries.
     */
    public double divergenceFromUniform() {
        double total = total();
        double sum = Gamma.logGamma(total) - Gamma.logGamma(concentration.length);
        for (double c : concentration) {
            sum += (c - 1) * (Gamma.digamma(c) - Gamma.digamma(total)) - Gamma.logGamma(c);
        }
        return sum;
    }

    /** Its gradient with respect to the concentration: {@code (c_k - 1) psi'(c_k) - (C - K) psi'(C)}. */
    public double[] divergenceGradient() {
        double total = total();
        double common = (total - concentration.length) * Gamma.trigamma(total);
        return Arrays.stream(concentration)
                .map(c -> (c - 1) * Gamma.trigamma(c) - common)
                .toArray();
    }
}
