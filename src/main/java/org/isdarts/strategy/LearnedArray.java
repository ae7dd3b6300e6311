package org.isdarts.strategy;

import java.util.Map;
import java.util.function.IntPredicate;

/** Numbers that {@link Adam} learns, and their moments. */
public final class LearnedArray {
    private final String name;
    private final Adam adam;
    private final double[] values;
    private final double[] means;
    private final double[] squares;
    private int steps;

    /**
     * Numbers before their first step.
     *
     * @param name tells them from other arrays of the same strategy
     * @param start where they begin
     * @param adam how they are learned
     */
    public LearnedArray(String name, double[] start, Adam adam) {
        this.name = name;
        this.adam = adam;
        this.values = start.clone();
        this.means = new double[start.length];
        this.squares = new double[start.length];
    }

    public String name() {
        return name;
    }

    /** The numbers as they are now; a copy. */
    public double[] values() {
        return values.clone();
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
                means[i] = adam.beta1() * means[i] + (1 - adam.beta1()) * g;
                squares[i] = adam.beta2() * squares[i] + (1 - adam.beta2()) * g * g;
                double length = Math.sqrt(squares[i] / squareScale) + adam.epsilon();
                values[i] -= adam.rate() * (means[i] / meanScale) / length;
            }
        }
    }

    /** All that the next steps depend on, by names that begin with this array's; copies. */
    public Map<String, double[]> state() {
        return Map.of(
                name,
                values.clone(),
                name + ".mean",
                means.clone(),
                name + ".square",
                squares.clone(),
                name + ".steps",
                new double[] {steps});
    }

    /**
     * Goes on from a state.
     *
     * @param state holds what {@link #state} returned, perhaps among other arrays
     * @throws IllegalArgumentException if it lacks an array, or one has another length
     */
    public void restore(State state) {
        copy(state, name, values);
        copy(state, name + ".mean", means);
        copy(state, name + ".square", squares);
        double[] count = new double[1];
        copy(state, name + ".steps", count);
        steps = (int) count[0];
    }

    private static void copy(State state, String entry, double[] into) {
        double[] saved = state.get(entry);
        if (saved.length != into.length) {
            throw new IllegalArgumentException("the checkpoint does not fit this strategy: it has " + saved.length
                    + " numbers as " + entry + " in place of " + into.length);
        }
        System.arraycopy(saved, 0, into, 0, into.length);
    }
}
