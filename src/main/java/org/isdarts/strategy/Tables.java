package org.isdarts.strategy;

import java.util.EnumMap;
import java.util.Map;
import org.isdarts.space.CellType;

/** Arithmetic with tables {@code [edge][operation]} of every cell type. */
public final class Tables {
    private Tables() {}

    /** {@code left + factor right}. */
    public static Map<CellType, double[][]> sum(
            Map<CellType, double[][]> left, double factor, Map<CellType, double[][]> right) {
        Map<CellType, double[][]> sums = new EnumMap<>(CellType.class);
        left.forEach((type, table) -> {
            double[][] sum = new double[table.length][];
            for (int edge = 0; edge < table.length; edge++) {
                sum[edge] = table[edge].clone();
                for (int k = 0; k < sum[edge].length; k++) {
                    sum[edge][k] += factor * right.get(type)[edge][k];
                }
            }
            sums.put(type, sum);
        });
        return sums;
    }
}
