package org.isdarts.strategy.sgas;

import java.util.List;
import java.util.stream.IntStream;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Entropy;
import org.isdarts.strategy.Softmax;

/**
 * The terms that say how ready every edge of a cell type is to be decided. With q the softmax of an edge's architecture
 * weights, and r that of its operations other than none:
 *
 * @param importance {@code I = 1 - q_none} of every edge
 * @param certainty {@code S = 1 - H(r) / log K}, with K operations other than none
 * @param stability T, the mean over earlier epochs of {@code sum of min(r_k then, r_k now)}; 0 without any
 */
public record EdgeScores(double[] importance, double[] certainty, double[] stability) {
    /**
     * The terms of one cell type.
     *
     * @param weights architecture weights {@code [edge][operation]} now; of decided edges those they were decided with
     * @param earlier those of earlier epochs, {@link WeightHistory#EPOCHS} of them or fewer
     */
    public static EdgeScores of(SearchSpace space, double[][] weights, List<double[][]> earlier) {
        boolean[] some = operationsButNone(space);
        double[] importance = new double[weights.length];
        double[] certainty = new double[weights.length];
        double[] stability = new double[weights.length];
        for (int edge = 0; edge < weights.length; edge++) {
            double[] now = Softmax.of(weights[edge], some);
            importance[edge] = StrictMath.exp(Softmax.logOfSum(weights[edge], some) - Softmax.logOfSum(weights[edge]));
            certainty[edge] = 1 - Entropy.of(now) / StrictMath.log((double) count(some));
            int of = edge;
            stability[edge] = earlier.stream()
                    .mapToDouble(then -> overlap(Softmax.of(then[of], some), now))
                    .average()
                    .orElse(0);
        }
        return new EdgeScores(importance, certainty, stability);
    }

    private static boolean[] operationsButNone(SearchSpace space) {
        boolean[] some = new boolean[space.operations().size()];
        for (int operation = 0; operation < some.length; operation++) {
            some[operation] = space.operations().get(operation) != Operation.NONE;
        }
        return some;
    }

    private static long count(boolean[] some) {
        return IntStream.range(0, some.length).filter(k -> some[k]).count();
    }

    private static double overlap(double[] then, double[] now) {
        return IntStream.range(0, now.length)
                .mapToDouble(k -> Math.min(then[k], now[k]))
                .sum();
    }
}
