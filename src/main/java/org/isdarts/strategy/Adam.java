package org.isdarts.strategy;

/**
 * Adam (Kingma and Ba, ICLR 2015) as PyTorch computes it, the weight decay added to the gradient: {@code g = gradient +
 * decay a}, {@code m = beta1 m + (1 - beta1) g}, {@code v = beta2 v + (1 - beta2) g^2}, and
 * {@code a -= rate m' / (sqrt(v') + epsilon)} with {@code m' = m / (1 - beta1^t)}, {@code v' = v / (1 - beta2^t)} at step t.
 *
 * @param rate learning rate
 * @param decay weight decay
 * @param beta1 how much of the mean gradient lasts
 * @param beta2 how much of the mean squared gradient lasts
 * @param epsilon keeps the divisor from 0
 */
public record Adam(double rate, double decay, double beta1, double beta2, double epsilon) {
    private static final double BETA1 = 0.5;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    /** With the betas and the epsilon that DARTS takes for architecture weights (quark0/darts): 0.5, 0.999 and 1e-8. */
    public static Adam ofDarts(double rate, double decay) {
        return new Adam(rate, decay, BETA1, BETA2, EPSILON);
    }
}
