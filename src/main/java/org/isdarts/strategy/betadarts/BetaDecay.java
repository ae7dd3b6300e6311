package org.isdarts.strategy.betadarts;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.isdarts.space.CellType;
import org.isdarts.strategy.Softmax;

/**
 * The penalty that is added to the loss of the architecture weights a: lambda times the mean over all edges of all cell
 * types of {@code log(sum of exp(a_k))}. It pulls all weights down, the larger the faster.
 *
 * @param strongest what lambda would reach after the last epoch; 50 in the authors' code
 */
public record BetaDecay(double strongest) {
    /** lambda in one epoch, from 1: {@code strongest (epoch - 1) / epochs}. */
    public double lambda(int epoch, int epochs) {
        return strongest * (epoch - 1) / epochs;
    }

    /** The mean of the logarithms, not yet times lambda. */
    public static double value(Map<CellType, double[][]> weights) {
        return rows(weights).mapToDouble(Softmax::logOfSum).average().orElseThrow();
    }

    /** Its gradient, {@code softmax(a) / edges}, {@code [edge][operation]} of every cell type. */
    public static Map<CellType, double[][]> gradient(Map<CellType, double[][]> weights) {
        long edges = rows(weights).count();
        Map<CellType, double[][]> gradient = new EnumMap<>(CellType.class);
        weights.forEach((type, table) -> gradient.put(
                type,
                Arrays.stream(table)
                        .map(row -> Arrays.stream(Softmax.of(row))
                                .map(share -> share / edges)
                                .toArray())
                        .toArray(double[][]::new)));
        return gradient;
    }

    private static Stream<double[]> rows(Map<CellType, double[][]> weights) {
        return weights.values().stream().flatMap(Arrays::stream);
    }
}
