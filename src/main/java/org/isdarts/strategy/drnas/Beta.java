package org.isdarts.strategy.drnas;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;

/** The beta distribution of one entry of a Dirichlet sample. */
record Beta(double alpha, double beta) {
    /** The step of the differences, relative to what is moved: rounding costs as little there as the fourth order leaves. */
    private static final double STEP = 1e-3;

    /**
     * How fast a sample moves with alpha when its place in the distribution stays: {@code dx/dalpha = -(dF/dalpha) / f(x)}, F the
     * cumulative distribution and f its density. F is differentiated numerically, from the nearer end.
     */
    double slope(double x) {
        double mean = alpha / (alpha + beta);
        double ofCumulative = x < mean
                ? derivative(shape -> cumulative(x, shape, beta), alpha)
                : -derivative(shape -> cumulative(1 - x, beta, shape), alpha);
        return -ofCumulative / density(x);
    }

    private static double cumulative(double x, double alpha, double beta) {
        return org.apache.commons.math3.special.Beta.regularizedBeta(x, alpha, beta);
    }

    private double density(double x) {
        double logarithm = Gamma.logGamma(alpha + beta) - Gamma.logGamma(alpha) - Gamma.logGamma(beta);
        return StrictMath.exp(logarithm + (alpha - 1) * StrictMath.log(x) + (beta - 1) * StrictMath.log1p(-x));
    }

    /** By central differences of fourth order. */
    private static double derivative(DoubleUnaryOperator function, double at) {
        double step = STEP * at;
        double near = function.applyAsDouble(at + step) - function.applyAsDouble(at - step);
        double far = function.applyAsDouble(at + 2 * step) - function.applyAsDouble(at - 2 * step);
        return (8 * near - far) / (12 * step);
    }
}
