package org.isdarts.strategy.sgas;

import java.util.stream.IntStream;

/** What an edge must be to be decided next. {@code n} scales numbers over all edges of a cell to 0 ... 1. */
public enum Criterion {
    /** Important and certain: {@code n(I) n(S)}. */
    CERTAIN,
    /** Important, certain and stable: {@code n(I) n(S) n(T)}. */
    STABLE;

    /** The score of every edge, 0 ... 1. */
    public double[] of(EdgeScores terms) {
        double[] importance = scaled(terms.importance());
        double[] certainty = scaled(terms.certainty());
        double[] stability = scaled(terms.stability());
        return IntStream.range(0, importance.length)
                .mapToDouble(edge -> importance[edge] * certainty[edge] * (this == STABLE ? stability[edge] : 1))
                .toArray();
    }

    /** {@code (x - min) / (max - min)}, or 0 where all are equal. */
    private static double[] scaled(double[] values) {
        double smallest = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .min()
                .orElse(0);
        double range = IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .max()
                        .orElse(0)
                - smallest;
        return IntStream.range(0, values.length)
                .mapToDouble(i -> range > 0 ? (values[i] - smallest) / range : 0)
                .toArray();
    }
}
