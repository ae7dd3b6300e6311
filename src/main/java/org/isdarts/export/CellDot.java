package org.isdarts.export;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Edge;
import org.isdarts.space.Genotype;
import org.isdarts.space.MacroNet;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/**
 * The cells of a genotype in Graphviz's language: one cluster for each cell type, a node for every node of the cell, an
 * edge with the operation's name for every kept operation but {@code none}, which connects nothing.
 */
public final class CellDot {
    private final Genotype genotype;
    private final SearchSpace space;

    private CellDot(Genotype genotype) {
        this.genotype = genotype;
        this.space = genotype.space();
    }

    /** The whole file. */
    public static String of(Genotype genotype) {
        return Stream.of(
                        Stream.of(
                                "// " + genotype.notation(),
                                "digraph genotype {",
                                "  rankdir=LR;",
                                "  node [shape=box];"),
                        genotype.space().cellTypes().stream().flatMap(new CellDot(genotype)::cell),
                        Stream.of("}"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> cell(CellType type) {
        return Stream.of(
                        Stream.of("  subgraph cluster_" + type + " {", "    label=\"" + type + " cell\";"),
                        IntStream.range(0, space.nodes())
                                .mapToObj(node -> "    " + name(type, node) + " [label=\"" + label(node) + "\"];"),
                        genotype.cells().get(type).stream()
                                .filter(kept -> operation(kept) != Operation.NONE)
                                .map(kept -> edge(type, kept)),
                        output(type),
                        Stream.of("  }"))
                .flatMap(lines -> lines);
    }

    private String edge(CellType type, Candidate kept) {
        Edge edge = space.edges().get(kept.edge());
        return "    " + name(type, edge.from()) + " -> " + name(type, edge.to()) + " [label=\"" + operation(kept)
                + "\"];";
    }

    /** The concatenation, where that is what a cell hands on. */
    private Stream<String> output(CellType type) {
        if (space.macroNet().cellOutput() == MacroNet.CellOutput.LAST_NODE) {
            return Stream.of();
        }
        String output = type + "_output";
        return Stream.concat(
                Stream.of("    " + output + " [label=\"output\"];"),
                IntStream.range(space.inputs(), space.nodes())
                        .mapToObj(node -> "    " + name(type, node) + " -> " + output + ";"));
    }

    private String label(int node) {
        return node < space.inputs() ? "input " + node : Integer.toString(node);
    }

    private Operation operation(Candidate kept) {
        return space.operations().get(kept.operation());
    }

    private static String name(CellType type, int node) {
        return type + "_" + node;
    }
}
