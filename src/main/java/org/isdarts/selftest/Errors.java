package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The errors of many things, each with what is allowed for it. */
final class Errors {
    /** What is allowed to be off by more than this has not been compared. */
    private static final double OPEN = 0.1;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String what, double error, double allowed) {
        boolean isWithin() {
            return error <= allowed;
        }

        double share() {
            return error == 0 ? 0 : error / allowed;
        }
    }

    /** Adds one; an error that is not a number counts as infinite. */
    void add(String what, double error, double allowed) {
        entries.add(new Entry(what, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error, allowed));
    }

    /** Adds all of others. */
    void addAll(Errors others) {
        entries.addAll(others.entries);
    }

    /** These, with as much more allowed for each as it differs at most in others of the same things. */
    Errors allowing(List<Errors> others) {
        Errors allowing = new Errors();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            double spread = 0;
            for (Errors other : others) {
                spread = Math.max(spread, Math.abs(other.entries.get(i).error - entry.error));
            }
            allowing.add(entry.what, entry.error, entry.allowed + spread);
        }
        return allowing;
    }

    /** Adds an array: its largest error relative to the largest number expected. */
    void addArray(String what, double[] values, double[] expected, double allowed) {
        double largest = 0;
        double error = values.length == expected.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < expected.length && Double.isFinite(error); i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            double difference = Math.abs(values[i] - expected[i]);
            error = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(error, difference);
        }
        add(what, error == 0 ? 0 : error / largest, allowed);
    }

    /** Adds a table, as {@link #addArray} does. */
    void addTable(String what, double[][] values, double[][] expected, double allowed) {
        addArray(what, flat(values), flat(expected), allowed);
    }

    private static double[] flat(double[][] table) {
        return Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Adds things that must be equal. */
    void addEqual(String what, Object value, Object expected) {
        add(what, value.equals(expected) ? 0 : 1, 0);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean allWithin() {
        return entries.stream().allMatch(Entry::isWithin);
    }

    double largest() {
        return entries.stream().mapToDouble(Entry::error).max().orElse(0);
    }

    /** A line that judges these errors as they are. */
    Check check(String subject) {
        return check(subject, this, "");
    }

    /**
     * A line that judges these errors.
     *
     * @param plain the same errors under the plain tolerance, rounding not considered
     * @param note why they differ
     */
    Check check(String subject, Errors plain, String note) {
        Entry worst = entries.stream()
                .max(Comparator.comparingDouble(Entry::share))
                .orElseThrow(() -> new SelftestException("the reference holds nothing to compare: " + subject));
        int within = (int) plain.entries.stream().filter(Entry::isWithin).count();
        int open = (int) entries.stream().filter(entry -> entry.allowed > OPEN).count();
        String worstAt = worst.error == 0 ? "" : worst.what;
        return new Check(
                subject, entries.size(), within, open, plain.largest(), worst.error, worst.allowed, worstAt, note);
    }

    /** {@code |value - expected| / |expected|}. */
    static double relative(double value, double expected) {
        if (value == expected) {
            return 0;
        }
        return Double.isInfinite(expected) ? Double.POSITIVE_INFINITY : Math.abs(value - expected) / Math.abs(expected);
    }

    /** {@code norm(values - expected) / max(norm(expected), floor)}. */
    static double relative(double[] values, double[] expected, double floor) {
        return norm(sum(values, expected, -1)) / Math.max(norm(expected), floor);
    }

    /** The Euclidean norm. */
    static double norm(double[] values) {
        return Math.sqrt(dot(values, values));
    }

    /** The scalar product. */
    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /** {@code left + factor right}. */
    static double[] sum(double[] left, double[] right, double factor) {
        double[] sum = new double[left.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = left[i] + factor * right[i];
        }
        return sum;
    }
}
