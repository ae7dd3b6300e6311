package org.isdarts.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which candidates of one cell type are still kept. Immutable; every discard gives a new mask. */
public final class Mask {
    private final boolean[][] kept;

    private Mask(boolean[][] kept) {
        this.kept = kept;
    }

    /** The mask that keeps every candidate of the space. */
    public static Mask full(SearchSpace space) {
        boolean[][] kept = new boolean[space.edges().size()][space.operations().size()];
        for (boolean[] edge : kept) {
            Arrays.fill(edge, true);
        }
        return new Mask(kept);
    }

    /** For every cell type of the space the mask that keeps every candidate. */
    public static Map<CellType, Mask> everything(SearchSpace space) {
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        space.cellTypes().forEach(type -> masks.put(type, full(space)));
        return masks;
    }

    /**
     * The mask with the given rows.
     *
     * @param kept {@code [edge][operation]}, true where the candidate is kept; copied
     */
    public static Mask of(boolean[][] kept) {
        return new Mask(copy(kept));
    }

    /** What every cell type of a genotype keeps. */
    public static Map<CellType, Mask> of(Genotype genotype) {
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        genotype.cells().forEach((type, cell) -> {
            boolean[][] kept = new boolean[genotype.space().edges().size()]
                    [genotype.space().operations().size()];
            cell.forEach(candidate -> kept[candidate.edge()][candidate.operation()] = true);
            masks.put(type, new Mask(kept));
        });
        return masks;
    }

    /**
     * The genotype of what masks keep.
     *
     * @throws IllegalArgumentException if that is too much or too little for one
     */
    public static Genotype genotype(SearchSpace space, Map<CellType, Mask> masks) {
        Map<CellType, List<Candidate>> kept = new EnumMap<>(CellType.class);
        masks.forEach((type, mask) -> kept.put(type, mask.keptCandidates()));
        return new Genotype(space, kept);
    }

    /** Whether the candidate is still kept. */
    public boolean keeps(int edge, int operation) {
        return kept[edge][operation];
    }

    /** Whether the candidate is still kept. */
    public boolean keeps(Candidate candidate) {
        return kept[candidate.edge()][candidate.operation()];
    }

    public int edges() {
        return kept.length;
    }

    public int operations() {
        return kept[0].length;
    }

    /** How many candidates an edge keeps. */
    public int keptOn(int edge) {
        int count = 0;
        for (boolean candidate : kept[edge]) {
            count += candidate ? 1 : 0;
        }
        return count;
    }

    /** How many candidates are kept. */
    public int count() {
        return keptCandidates().size();
    }

    /** The kept candidates, ordered by edge, then by operation. */
    public List<Candidate> keptCandidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int edge = 0; edge < kept.length; edge++) {
            for (int operation = 0; operation < kept[edge].length; operation++) {
                if (kept[edge][operation]) {
                    candidates.add(new Candidate(edge, operation));
                }
            }
        }
        return candidates;
    }

    /**
     * The mask without the given candidates.
     *
     * @throws IllegalArgumentException if one of them is not kept
     */
    public Mask without(List<Candidate> discarded) {
        boolean[][] left = copy(kept);
        for (Candidate candidate : discarded) {
            if (!left[candidate.edge()][candidate.operation()]) {
                throw new IllegalArgumentException("already discarded: " + candidate);
            }
            left[candidate.edge()][candidate.operation()] = false;
        }
        return new Mask(left);
    }

    /** The rows {@code [edge][operation]}, true where kept; a copy. */
    public boolean[][] toArray() {
        return copy(kept);
    }

    private static boolean[][] copy(boolean[][] rows) {
        return Arrays.stream(rows).map(boolean[]::clone).toArray(boolean[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask && Arrays.deepEquals(kept, mask.kept);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(kept);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(kept);
    }
}
