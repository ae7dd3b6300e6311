package org.isdarts.strategy;

import java.util.Collection;

/**
 * Shortens a gradient whose norm over all its arrays is too large, as PyTorch's {@code clip_grad_norm_} does: by the factor
 * {@code largest / (norm + 1e-6)}.
 *
 * @param largest the norm from which on it is shortened
 */
public record GradientClip(double largest) {
    private static final double EPSILON = 1e-6;

    /** The norm over all arrays. */
    public static double norm(Collection<double[]> gradient) {
        double squares = 0;
        for (double[] array : gradient) {
            for (double value : array) {
                squares += value * value;
            }
        }
        return Math.sqrt(squares);
    }

    /**
     * Shortens the arrays in place.
     *
     * @return the norm before
     */
    public double apply(Collection<double[]> gradient) {
        double norm = norm(gradient);
        double factor = largest / (norm + EPSILON);
        if (factor < 1) {
            for (double[] array : gradient) {
                for (int i = 0; i < array.length; i++) {
                    array[i] *= factor;
                }
            }
        }
        return norm;
    }
}
