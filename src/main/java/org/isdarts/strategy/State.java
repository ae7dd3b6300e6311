package org.isdarts.strategy;

import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of a strategy's own that must survive for it to go on exactly, such as architecture weights and their
 * moments. They are kept in double precision in every checkpoint.
 *
 * @param numbers by name; arrays are the state's alone, so a strategy gives copies
 */
public record State(Map<String, double[]> numbers) {
    /** Of a strategy without numbers of its own. */
    public static final State NONE = new State(Map.of());

    /** In the order of the names, so that equal states are written alike. */
    public State {
        numbers = new TreeMap<>(numbers);
    }

    /** These numbers and further ones. */
    public State with(String name, double[] further) {
        Map<String, double[]> all = new TreeMap<>(numbers);
        all.put(name, further);
        return new State(all);
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
