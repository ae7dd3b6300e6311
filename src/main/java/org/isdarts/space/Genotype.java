package org.isdarts.space;

import java.util.Collections;
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

    /** The genotype in the notation of its space. */
    public String notation() {
        return GenotypeNotation.of(space).format(this);
    }
}
