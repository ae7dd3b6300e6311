package org.isdarts.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/**
 * How DARTS reads a genotype from numbers {@code [edge][operation]}; among equal ones the lowest index wins.
 *
 * <p>Where every edge is compared for itself (NAS-Bench-201; D-X-Y/AutoDL-Projects) it keeps its best operation, none among
 * them. Where the edges into a node are compared (the DARTS space; quark0/darts) each has its best operation other than
 * none, and the node keeps the edges whose best is largest. So no edge is kept twice, unlike IS-DARTS' rule.
 */
public final class ArgmaxRule {
    private ArgmaxRule() {}

    /**
     * The genotype of all cell types.
     *
     * @param values coefficients; a softmax over all candidates, since the best of different edges are compared
     */
    public static Genotype genotype(SearchSpace space, Map<CellType, double[][]> values) {
        Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
        values.forEach((type, table) -> cells.put(type, cell(space, table)));
        return new Genotype(space, cells);
    }

    /** What one cell keeps, ordered by edge. */
    public static List<Candidate> cell(SearchSpace space, double[][] values) {
        List<Candidate> kept = new ArrayList<>();
        for (List<Candidate> subset : space.subsets()) {
            kept.addAll(chosen(space, subset, values));
        }
        return kept.stream().sorted(Comparator.comparingInt(Candidate::edge)).toList();
    }

    private static List<Candidate> chosen(SearchSpace space, List<Candidate> subset, double[][] values) {
        List<Integer> edges = subset.stream().map(Candidate::edge).distinct().toList();
        if (edges.size() == 1) {
            return List.of(best(values, subset));
        }
        return edges.stream()
                .map(edge -> bestOperation(space, edge, values))
                .sorted(descending(values))
                .limit(space.kept())
                .toList();
    }

    /** The best operation of an edge, never none. */
    public static Candidate bestOperation(SearchSpace space, int edge, double[][] values) {
        return best(
                values,
                IntStream.range(0, space.operations().size())
                        .filter(operation -> space.operations().get(operation) != Operation.NONE)
                        .mapToObj(operation -> new Candidate(edge, operation))
                        .toList());
    }

    private static Candidate best(double[][] values, List<Candidate> candidates) {
        return candidates.stream().sorted(descending(values)).findFirst().orElseThrow();
    }

    /** Largest value first; equal ones stay in the order they came in. */
    private static Comparator<Candidate> descending(double[][] values) {
        return Comparator.comparingDouble(candidate -> -values[candidate.edge()][candidate.operation()]);
    }
}
