package org.isdarts.strategy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.isdarts.space.CellType;

/** Arithmetic with tables {@code [edge][operation]} of every cell type. */
public final class Tables {
    private Tables() {}

    /** {@code left + factor right}. */
    public static Map<CellType, double[][]> sum(
            Map<CellType, double[][]> left, double factor, Map<CellType, double[][]> right) {
        return sum(1, left, factor, right);
    }

    /** {@code leftFactor left + rightFactor right}. */
    public static Map<CellType, double[][]> sum(
            double leftFactor, Map<CellType, double[][]> left, double rightFactor, Map<CellType, double[][]> right) {
        Map<CellType, double[][]> sums = new EnumMap<>(CellType.class);
        left.forEach((type, table) -> {
            double[][] sum = new double[table.length][];
            for (int edge = 0; edge < table.length; edge++) {
                sum[edge] = new double[table[edge].length];
                for (int k = 0; k < sum[edge].length; k++) {
                    sum[edge][k] = leftFactor * table[edge][k] + rightFactor * right.get(type)[edge][k];
                }
            }
            sums.put(type, sum);
        });
        return sums;
    }

    /** The Euclidean norm of all numbers together. */
    public static double norm(Map<CellType, double[][]> tables) {
        return GradientClip.norm(
                tables.values().stream().flatMap(Arrays::stream).toList());
    }
}
