package org.isdarts.strategy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of a strategy's own that must survive for it to go on exactly, such as architecture weights and their
 * moments. They are kept in double precision in every checkpoint.
 *
 * @param numbers by name; arrays are the state's alone, so a strategy gives copies
 */
public record State(Map<String, double[]> numbers) {
    /** Of a strategy without numbers of its own. */
    public static final State NONE = new State(Map.of());

    /** Keeps the order of the names. */
    public State {
        numbers = new LinkedHashMap<>(numbers);
    }

    /**
     * A copy of the numbers of that name.
     *
     * @throws IllegalArgumentException if there are none
     */
    public double[] get(String name) {
        double[] found = numbers.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "the checkpoint does not fit this strategy: it lacks " + name + " and has " + numbers.keySet());
        }
        return found.clone();
    }
}
