package org.isdarts.strategy.enas;

/**
 * A vector on a {@link Tape}.
 *
 * @param value what it is
 * @param gradient the gradient of the tape's result with respect to it, once that was computed
 */
public record Node(double[] value, double[] gradient) {
    Node(double[] value) {
        this(value, new double[value.length]);
    }

    int length() {
        return value.length;
    }

    /** The number of a vector that holds one. */
    public double number() {
        return value[0];
    }
}
