package org.isdarts.strategy;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Gradients by central differences. */
public final class Derivative {
    private static final double STEP = 1e-5;

    private Derivative() {}

    /** The gradient of a function at a place, with an error of about 1e-9 where the function is smooth. */
    public static double[] of(ToDoubleFunction<double[]> function, double[] place) {
        double[] gradient = new double[place.length];
        Arrays.setAll(gradient, i -> (at(function, place, i, STEP) - at(function, place, i, -STEP)) / (2 * STEP));
        return gradient;
    }

    private static double at(ToDoubleFunction<double[]> function, double[] place, int i, double step) {
        double[] moved = place.clone();
        moved[i] += step;
        return function.applyAsDouble(moved);
    }

    /** {@code sum of left_i right_i}. */
    public static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
