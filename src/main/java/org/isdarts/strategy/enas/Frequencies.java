package org.isdarts.strategy.enas;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;

/** How often the controller writes each operation, counted over samples. */
final class Frequencies {
    private final Map<CellType, double[][]> counts = new EnumMap<>(CellType.class);
    private int samples;

    Frequencies(SearchSpace space) {
        for (CellType type : space.cellTypes()) {
            counts.put(type, new double[space.edges().size()][space.operations().size()]);
        }
    }

    void count(Sample sample) {
        samples++;
        sample.cells()
                .forEach((type, cell) ->
                        cell.forEach(candidate -> counts.get(type)[candidate.edge()][candidate.operation()]++));
    }

    /** The share of the samples that have each operation, {@code [edge][operation]}. */
    Map<CellType, double[][]> shares() {
        Map<CellType, double[][]> shares = new EnumMap<>(CellType.class);
        counts.forEach((type, table) -> shares.put(
                type,
                Arrays.stream(table)
                        .map(row ->
                                Arrays.stream(row).map(count -> count / samples).toArray())
                        .toArray(double[][]::new)));
        return shares;
    }
}
