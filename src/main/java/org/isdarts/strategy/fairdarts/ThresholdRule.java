package org.isdarts.strategy.fairdarts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArgmaxRule;

/**
 * Keeps what DARTS' rule would choose, where its sigmoid is large enough. So a node may keep fewer edges than usual, or
 * none; an edge that must have an operation (NAS-Bench-201) has none.
 *
 * @param threshold 0.85 in the authors' code
 */
public record ThresholdRule(double threshold) {
    /**
     * The genotype of all cell types.
     *
     * @param sigmoids {@code [edge][operation]} of each; 0 for none
     */
    Genotype genotype(SearchSpace space, Map<CellType, double[][]> sigmoids) {
        Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
        sigmoids.forEach((type, table) -> cells.put(type, cell(space, table)));
        return new Genotype(space, cells);
    }

    /** How many operations are at least that sure. */
    long above(Map<CellType, double[][]> sigmoids) {
        return sigmoids.values().stream()
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .filter(sigmoid -> sigmoid >= threshold)
                .count();
    }

    /**
     * What one cell keeps, ordered by edge.
     *
     * @param sigmoids {@code [edge][operation]}; 0 for none
     */
    public List<Candidate> cell(SearchSpace space, double[][] sigmoids) {
        List<Candidate> cell = new ArrayList<>();
        for (Candidate best : ArgmaxRule.cell(space, sigmoids)) {
            if (sigmoids[best.edge()][best.operation()] >= threshold) {
                cell.add(best);
            } else if (space.comparesWithinEdges()) {
                cell.add(new Candidate(best.edge(), space.operations().indexOf(Operation.NONE)));
            }
        }
        return cell;
    }
}
