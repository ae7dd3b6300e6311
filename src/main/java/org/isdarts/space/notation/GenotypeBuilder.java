package org.isdarts.space.notation;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Edge;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;

/** Puts a genotype together from operations and the nodes they connect. */
final class GenotypeBuilder {
    private final SearchSpace space;
    private final Map<CellType, TreeSet<Candidate>> cells = new EnumMap<>(CellType.class);

    /** A builder of a genotype of which no operation is known yet. */
    GenotypeBuilder(SearchSpace space) {
        this.space = space;
        space.cellTypes()
                .forEach(type -> cells.put(
                        type,
                        new TreeSet<>(
                                Comparator.comparingInt(Candidate::edge).thenComparingInt(Candidate::operation))));
    }

    /**
     * Adds an operation.
     *
     * @throws IllegalArgumentException if the space lacks the operation or the edge, or if it was added before
     */
    void add(CellType type, String operation, int from, int to) {
        int edge = from < to ? space.edges().indexOf(new Edge(from, to)) : -1;
        if (edge < 0) {
            throw new IllegalArgumentException("no edge leads from node " + from + " to node " + to + " of a cell");
        }
        if (!cells.get(type).add(new Candidate(edge, OperationNames.index(space, operation)))) {
            throw new IllegalArgumentException(
                    operation + " leads from node " + from + " to node " + to + " of the " + type + " cell twice");
        }
    }

    /**
     * The genotype.
     *
     * @throws IllegalArgumentException if a node or an edge has too few or too many operations
     */
    Genotype build() {
        cells.forEach((type, kept) -> space.subsets().forEach(subset -> requireAsManyAsKept(type, subset)));
        Map<CellType, List<Candidate>> lists = new EnumMap<>(CellType.class);
        cells.forEach((type, kept) -> lists.put(type, List.copyOf(kept)));
        return new Genotype(space, lists);
    }

    private void requireAsManyAsKept(CellType type, List<Candidate> subset) {
        long kept = subset.stream().filter(cells.get(type)::contains).count();
        if (kept != space.kept()) {
            Edge first = space.edges().get(subset.get(0).edge());
            boolean oneEdge = subset.stream().map(Candidate::edge).distinct().count() == 1;
            throw new IllegalArgumentException((oneEdge ? "edge " + first : "node " + first.to()) + " of the " + type
                    + " cell has " + operations(kept) + "; give it " + space.kept());
        }
    }

    private static String operations(long count) {
        return count == 1 ? "1 operation" : count + " operations";
    }
}
