package org.isdarts.strategy.pdarts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArgmaxRule;

/**
 * How P-DARTS reads a cell: by DARTS' rule among what the last stage kept, none only where nothing else is left. While
 * more skip connections are chosen than allowed, the least probable of them goes, and the cell is read anew.
 *
 * @param most skip connections a cell may hold; M in the paper, for normal cells
 */
public record SkipLimit(int most) {
    /** Never above any probability. */
    private static final double OUT = -1;

    /** No limit, as for reduction cells. */
    public static final SkipLimit NONE = new SkipLimit(Integer.MAX_VALUE);

    /** The genotype of cells that {@link #cell} reads, of which the normal one alone is limited. */
    Genotype genotype(SearchSpace space, Map<CellType, Mask> kept, Map<CellType, double[][]> shares) {
        Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
        kept.forEach((type, mask) ->
                cells.put(type, (type == CellType.NORMAL ? this : NONE).cell(space, mask, shares.get(type))));
        return new Genotype(space, cells);
    }

    /**
     * The cell, ordered by edge.
     *
     * @param kept what the last stage kept; at least one candidate of every edge is neither none nor a skip connection, or
     *     is none
     * @param shares probabilities {@code [edge][operation]}, the softmax over what is kept
     */
    public List<Candidate> cell(SearchSpace space, Mask kept, double[][] shares) {
        Mask allowed = kept;
        List<Candidate> cell = read(space, allowed, shares);
        while (skips(space, cell).size() > most) {
            allowed = allowed.without(List.of(leastProbable(skips(space, cell), shares)));
            cell = read(space, allowed, shares);
        }
        return cell;
    }

    private static List<Candidate> read(SearchSpace space, Mask kept, double[][] shares) {
        double[][] values = new double[shares.length][];
        Arrays.setAll(values, edge -> {
            double[] row = new double[shares[edge].length];
            Arrays.setAll(row, operation -> value(space, kept, shares, new Candidate(edge, operation)));
            return row;
        });
        return ArgmaxRule.cell(space, values);
    }

    private static double value(SearchSpace space, Mask kept, double[][] shares, Candidate candidate) {
        if (!kept.keeps(candidate)) {
            return OUT;
        }
        boolean none = space.operations().get(candidate.operation()) == Operation.NONE;
        return none ? 0 : shares[candidate.edge()][candidate.operation()];
    }

    /** The skip connections among candidates. */
    static List<Candidate> skips(SearchSpace space, List<Candidate> cell) {
        return cell.stream()
                .filter(candidate -> space.operations().get(candidate.operation()) == Operation.SKIP_CONNECT)
                .toList();
    }

    private static Candidate leastProbable(List<Candidate> candidates, double[][] shares) {
        return candidates.stream()
                .min(Comparator.comparingDouble(candidate -> shares[candidate.edge()][candidate.operation()]))
                .orElseThrow();
    }
}
