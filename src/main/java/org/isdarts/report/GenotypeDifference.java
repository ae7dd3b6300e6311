package org.isdarts.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.figure.OperationStyle;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.text.Numbers;

/**
 * The genotypes of several runs of one search space, edge by edge.
 *
 * @param space the space
 * @param runs names of the runs, in the order of {@link Row#kept}
 * @param rows one for every edge of every cell type on which any run keeps an operation
 */
public record GenotypeDifference(SearchSpace space, List<String> runs, List<Row> rows) {
    /** Copies both lists. */
    public GenotypeDifference {
        runs = List.copyOf(runs);
        rows = List.copyOf(rows);
    }

    /**
     * One edge.
     *
     * @param cellType the cell it belongs to
     * @param edge such as {@code 0->3}
     * @param kept for every run the operations it kept there, by their short labels; empty for none
     */
    public record Row(CellType cellType, String edge, List<String> kept) {
        /** Copies the list. */
        public Row {
            kept = List.copyOf(kept);
        }

        private Stream<String> texts() {
            return Stream.concat(
                    Stream.of(edge.replace("->", " → ")),
                    kept.stream().map(operations -> operations.isEmpty() ? Numbers.NONE : operations));
        }

        /** Whether the runs do not agree. */
        public boolean differs() {
            return kept.stream().distinct().count() > 1;
        }
    }

    /** A genotype, and what it is called. */
    public record Named(String name, Genotype genotype) {}

    /** The difference of the runs in one space that found a genotype; the others are left out. */
    public static GenotypeDifference of(SearchSpace space, List<ComparedRun> runs) {
        List<Named> found = runs.stream()
                .filter(run -> run.config().searchSpace().equals(space))
                .flatMap(run -> run.genotype().map(genotype -> new Named(run.name(), genotype)).stream())
                .toList();
        return between(space, found);
    }

    /** The difference of some genotypes of one space. */
    public static GenotypeDifference between(SearchSpace space, List<Named> genotypes) {
        List<Row> rows = new ArrayList<>();
        for (CellType type : space.cellTypes()) {
            for (int edge = 0; edge < space.edges().size(); edge++) {
                List<String> kept = new ArrayList<>();
                for (Named named : genotypes) {
                    kept.add(kept(named.genotype(), type, edge));
                }
                if (kept.stream().anyMatch(operations -> !operations.isEmpty())) {
                    rows.add(new Row(type, space.edges().get(edge).toString(), kept));
                }
            }
        }
        return new GenotypeDifference(space, genotypes.stream().map(Named::name).toList(), rows);
    }

    /** The same as text: the cell type where there are several, the edge, then a column for every run. */
    public TextTable table() {
        boolean severalCells = space.cellTypes().size() > 1;
        Stream<String> place = severalCells ? Stream.of("cell", "edge") : Stream.of("edge");
        return new TextTable(
                Stream.concat(place, runs.stream()).toList(),
                rows.stream()
                        .map(row -> Stream.concat(
                                        severalCells ? Stream.of(row.cellType().label()) : Stream.empty(), row.texts())
                                .toList())
                        .map(TextTable.Row::of)
                        .toList());
    }

    /** In words how far the genotypes agree, to begin or to end a sentence. */
    public String agreement() {
        return differing() == 0
                ? "the genotypes agree on every edge"
                : "the genotypes differ on " + differing() + " of " + rows.size() + " edges";
    }

    /** How many edges the runs do not agree on. */
    public long differing() {
        return rows.stream().filter(Row::differs).count();
    }

    private static String kept(Genotype genotype, CellType type, int edge) {
        return genotype.cells().get(type).stream()
                .filter(candidate -> candidate.edge() == edge)
                .map(candidate -> OperationStyle.of(
                                genotype.space().operations().get(candidate.operation()))
                        .shortLabel())
                .collect(Collectors.joining(" + "));
    }
}
