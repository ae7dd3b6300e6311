package org.isdarts.space;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The architecture a search ends with: the operations left in each type of cell.
 *
 * @param space the space it lies in
 * @param cells for every cell type of the space the kept candidates, ordered by edge, then by operation
 */
public record Genotype(SearchSpace space, Map<CellType, List<Candidate>> cells) {
    public Genotype {
        EnumMap<CellType, List<Candidate>> copy = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            List<Candidate> kept = cells.get(type);
            if (kept == null) {
                throw new IllegalArgumentException("the genotype lacks its " + type + " cell");
            }
            copy.put(type, List.copyOf(kept));
        }
        for (Map.Entry<CellType, List<Candidate>> cell : copy.entrySet()) {
            for (List<Candidate> subset : space.subsets()) {
                long kept = subset.stream().filter(cell.getValue()::contains).count();
                if (kept != space.kept()) {
                    throw new IllegalArgumentException("a genotype keeps " + space.kept()
                            + " operations in every comparison subset; one of the " + cell.getKey() + " cell keeps "
                            + kept);
                }
            }
        }
        cells = Collections.unmodifiableMap(copy);
    }

    /**
     * A genotype of average cost, which stands for any where none is found yet: it keeps the operation in the middle of the
     * list, in every comparison subset on the first edges.
     */
    public static Genotype sample(SearchSpace space) {
        int middle = space.operations().size() / 2;
        List<Candidate> cell = space.subsets().stream()
                .flatMap(subset -> subset.stream()
                        .filter(candidate -> candidate.operation() == middle)
                        .limit(space.kept()))
                .sorted(Comparator.comparingInt(Candidate::edge).thenComparingInt(Candidate::operation))
                .toList();
        Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
        space.cellTypes().forEach(type -> cells.put(type, cell));
        return new Genotype(space, cells);
    }

    /** The operations of a cell, by edge. */
    public List<Operation> operations(CellType type) {
        return cells.get(type).stream()
                .map(candidate -> space.operations().get(candidate.operation()))
                .toList();
    }

    /** How many candidates of all cells are this operation. */
    public int count(Operation operation) {
        return space.cellTypes().stream()
                .mapToInt(type -> Collections.frequency(operations(type), operation))
                .sum();
    }

    /** The genotype in the notation of its space. */
    public String notation() {
        return space.notation().format(this);
    }

    /**
     * The same cells in another space.
     *
     * @throws IllegalArgumentException if that space has other cells, or lacks one of the operations
     */
    public Genotype in(SearchSpace other) {
        if (other.equals(space)) {
            return this;
        }
        boolean sameCells = other.cellTypes().equals(space.cellTypes())
                && other.inputs() == space.inputs()
                && other.edges().equals(space.edges())
                && other.kept() == space.kept()
                && other.comparesWithinEdges() == space.comparesWithinEdges();
        if (!sameCells) {
            throw new IllegalArgumentException(
                    "it is a genotype of space " + space.name() + "; give one of " + other.name());
        }
        EnumMap<CellType, List<Candidate>> moved = new EnumMap<>(CellType.class);
        cells.forEach((type, kept) -> moved.put(
                type,
                kept.stream()
                        .map(candidate -> new Candidate(candidate.edge(), index(other, candidate)))
                        .sorted(Comparator.comparingInt(Candidate::edge).thenComparingInt(Candidate::operation))
                        .toList()));
        return new Genotype(other, moved);
    }

    private int index(SearchSpace other, Candidate candidate) {
        Operation operation = space.operations().get(candidate.operation());
        int index = other.operations().indexOf(operation);
        if (index < 0) {
            throw new IllegalArgumentException("its operation " + operation + " is none of space " + other.name()
                    + "; give a genotype of that space");
        }
        return index;
    }
}
