package org.isdarts.strategy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Numbers that {@link Adam} learns. They and their moments are computed with in double and kept as float, so that a
 * checkpoint, which holds floats, restores them exactly.
 */
public final class LearnedArray {
    private final String name;
    private final Adam adam;
    private final float[] values;
    private final float[] means;
    private final float[] squares;
    private int steps;

    /**
     * Numbers before their first step.
     *
     * @param name tells them from other arrays of the same strategy
     * @param start where they begin, rounded to float
     * @param adam how they are learned
     */
    public LearnedArray(String name, double[] start, Adam adam) {
        this.name = name;
        this.adam = adam;
        this.values = new float[start.length];
        this.means = new float[start.length];
        this.squares = new float[start.length];
        for (int i = 0; i < start.length; i++) {
            values[i] = (float) start[i];
        }
    }

    public String name() {
        return name;
    }

    /** The numbers as they are now; a copy. */
    public double[] values() {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }

    /** Takes a step down a gradient. */
    public void step(double[] gradient) {
        step(gradient, i -> true);
    }

    /**
     * Takes a step down a gradient with some of the numbers.
     *
     * @param moving which of them; the others stay as they are, their moments too
     */
    public void step(double[] gradient, IntPredicate moving) {
        steps++;
        double meanScale = 1 - StrictMath.pow(adam.beta1(), steps);
        double squareScale = 1 - StrictMath.pow(adam.beta2(), steps);
        for (int i = 0; i < values.length; i++) {
            if (moving.test(i)) {
                double g = gradient[i] + adam.decay() * values[i];
                double mean = adam.beta1() * means[i] + (1 - adam.beta1()) * g;
                double square = adam.beta2() * squares[i] + (1 - adam.beta2()) * g * g;
                double length = Math.sqrt(square / squareScale) + adam.epsilon();
                values[i] = (float) (values[i] - adam.rate() * (mean / meanScale) / length);
                means[i] = (float) mean;
                squares[i] = (float) square;
            }
        }
    }

    /** All that the next steps depend on, by names that begin with this array's; copies. */
    public Map<String, float[]> state() {
        return Map.of(
                name,
                values.clone(),
                name + ".mean",
                means.clone(),
                name + ".square",
                squares.clone(),
                name + ".steps",
                new float[] {steps});
    }

    /**
     * Goes on from a state.
     *
     * @param state what {@link #state} returned, perhaps among other arrays
     * @throws IllegalArgumentException if it lacks an array, or one has another length
     */
    public void restore(Map<String, float[]> state) {
        Map<String, float[]> into = new HashMap<>();
        float[] count = new float[1];
        into.put(name, values);
        into.put(name + ".mean", means);
        into.put(name + ".square", squares);
        into.put(name + ".steps", count);
        into.forEach((entry, array) -> copy(state, entry, array));
        steps = (int) count[0];
    }

    private static void copy(Map<String, float[]> state, String entry, float[] into) {
        float[] saved = state.get(entry);
        if (saved == null || saved.length != into.length) {
            throw new IllegalArgumentException(
                    "the state of the search holds no " + into.length + " numbers as " + entry);
        }
        System.arraycopy(saved, 0, into, 0, into.length);
    }
}
