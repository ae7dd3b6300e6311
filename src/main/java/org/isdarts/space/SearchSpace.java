package org.isdarts.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A search space: which cells there are, which operations compete in them, how cells make a network, and what the space
 * is called and searched with. {@link SearchSpaces} lists them. Two declarations are never equal.
 *
 * <p>Nodes {@code 0 .. inputs-1} are the inputs of a cell; every other node is fed by all nodes before it. Node
 * {@code i} is the sum over its incoming edges and their operations of {@code mask x output / |operations|}.
 */
public final class SearchSpace {
    private final String name;
    private final String title;
    private final String description;
    private final List<CellType> cellTypes;
    private final int inputs;
    private final int nodes;
    private final List<Edge> edges;
    private final List<Operation> operations;
    private final List<List<Candidate>> subsets;
    private final int kept;
    private final MacroNet macroNet;
    private final GenotypeNotation notation;
    private final boolean tabulated;
    private final Map<String, Map<String, String>> presets;

    private SearchSpace(Builder builder) {
        name = builder.name;
        title = builder.title;
        description = builder.description;
        cellTypes = builder.cellTypes;
        inputs = builder.inputs;
        nodes = builder.nodes;
        edges = IntStream.range(inputs, nodes)
                .boxed()
                .flatMap(to -> IntStream.range(0, to).mapToObj(from -> new Edge(from, to)))
                .toList();
        operations = builder.operations;
        subsets = subsets(builder.compared);
        kept = builder.kept;
        macroNet = builder.macroNet;
        notation = builder.notation;
        tabulated = builder.tabulated;
        presets = Map.copyOf(builder.presets);
        subsets.stream().filter(subset -> subset.size() < kept).findFirst().ifPresent(small -> {
            throw new IllegalArgumentException(
                    name + " keeps " + kept + " of the " + small.size() + " candidates of a comparison subset");
        });
    }

    private List<List<Candidate>> subsets(ToIntFunction<Edge> compared) {
        return IntStream.range(0, edges.size())
                .boxed()
                .flatMap(edge ->
                        IntStream.range(0, operations.size()).mapToObj(operation -> new Candidate(edge, operation)))
                .collect(Collectors.groupingBy(
                        candidate -> compared.applyAsInt(edges.get(candidate.edge())),
                        TreeMap::new,
                        Collectors.toUnmodifiableList()))
                .values()
                .stream()
                .toList();
    }

    /**
     * Begins a declaration.
     *
     * @param name the name on the command line and in files
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects a declaration. All of it must be given but a benchmark table and presets. */
    public static final class Builder {
        private final String name;
        private final Map<String, Map<String, String>> presets = new LinkedHashMap<>();
        private String title;
        private String description;
        private List<CellType> cellTypes;
        private int inputs;
        private int nodes;
        private List<Operation> operations;
        private ToIntFunction<Edge> compared;
        private int kept;
        private MacroNet macroNet;
        private GenotypeNotation notation;
        private boolean tabulated;

        private Builder(String name) {
            this.name = name;
            this.title = name;
        }

        /** What it is called on screen, as its paper does. */
        public Builder title(String words) {
            title = words;
            return this;
        }

        /** What it is and where it comes from, in a sentence or two. */
        public Builder description(String sentence) {
            description = sentence;
            return this;
        }

        /** The types of searched cells. */
        public Builder cellTypes(CellType... types) {
            cellTypes = List.of(types);
            return this;
        }

        /**
         * The nodes of a cell.
         *
         * @param in inputs of a cell: 1 (the previous block's output as it is) or 2 (the two previous outputs, each
         *     through a 1x1 preprocessing)
         * @param all inputs and inner nodes
         */
        public Builder nodes(int in, int all) {
            inputs = in;
            nodes = all;
            return this;
        }

        /** The candidate operations of every edge. */
        public Builder operations(Operation... candidates) {
            operations = List.of(candidates);
            return this;
        }

        /** The operations of an edge are compared with each other, and {@code count} of them (C of Eq. 19) are kept. */
        public Builder keptOnEveryEdge(int count) {
            compared = edge -> edge.to() * nodes + edge.from();
            kept = count;
            return this;
        }

        /** All operations that enter a node are compared with each other, and {@code count} of them are kept. */
        public Builder keptIntoEveryNode(int count) {
            compared = Edge::to;
            kept = count;
            return this;
        }

        /** How cells are stacked. */
        public Builder macroNet(MacroNet net) {
            macroNet = net;
            return this;
        }

        /** How its genotypes are written in one line. */
        public Builder notation(GenotypeNotation form) {
            notation = form;
            return this;
        }

        /** Says that tables are published with the accuracy of every architecture. */
        public Builder tabulated() {
            tabulated = true;
            return this;
        }

        /**
         * What a preset has otherwise in this space.
         *
         * @param preset its name
         * @param settings values by the keys of the settings
         */
        public Builder preset(String preset, Map<String, String> settings) {
            presets.put(preset, Map.copyOf(settings));
            return this;
        }

        /**
         * The space as declared.
         *
         * @throws IllegalArgumentException if a comparison subset has fewer candidates than are kept
         */
        public SearchSpace build() {
            return new SearchSpace(this);
        }
    }

    /** The name on the command line and in files. */
    public String name() {
        return name;
    }

    /** What it is called on screen. */
    public String title() {
        return title;
    }

    /** What it is and where it comes from, in a sentence or two. */
    public String description() {
        return description;
    }

    /** The types of searched cells. */
    public List<CellType> cellTypes() {
        return cellTypes;
    }

    /** Inputs of a cell. */
    public int inputs() {
        return inputs;
    }

    /** Nodes of a cell, inputs included. */
    public int nodes() {
        return nodes;
    }

    /** Edges in the order of their target, then of their source. */
    public List<Edge> edges() {
        return edges;
    }

    /** Candidate operations of every edge. */
    public List<Operation> operations() {
        return operations;
    }

    /** The comparison subsets, together holding every candidate exactly once. */
    public List<List<Candidate>> subsets() {
        return subsets;
    }

    /** Operations left in each comparison subset at the end (C of Eq. 19). */
    public int kept() {
        return kept;
    }

    /** How cells are stacked. */
    public MacroNet macroNet() {
        return macroNet;
    }

    /** How its genotypes are written in one line. */
    public GenotypeNotation notation() {
        return notation;
    }

    /** Whether tables are published with the accuracy of every architecture. */
    public boolean isTabulated() {
        return tabulated;
    }

    /** What a preset of that name has otherwise in this space: values by the keys of their settings. */
    public Map<String, String> preset(String preset) {
        return presets.getOrDefault(preset, Map.of());
    }

    /** The names of the presets that have something otherwise in this space. */
    public List<String> presets() {
        return List.copyOf(presets.keySet());
    }

    /** Indices of the edges that enter {@code node}. */
    public List<Integer> edgesInto(int node) {
        List<Integer> into = new ArrayList<>();
        for (int edge = 0; edge < edges.size(); edge++) {
            if (edges.get(edge).to() == node) {
                into.add(edge);
            }
        }
        return into;
    }

    /** Whether the operations of every edge are compared among themselves, not with those of other edges. */
    public boolean comparesWithinEdges() {
        return subsets.size() == edges.size();
    }

    /** Size of the largest comparison subset: no search can have more shrink steps than it has candidates to spare. */
    public int largestSubset() {
        return subsets.stream().mapToInt(List::size).max().orElseThrow();
    }

    /** How many genotypes there are. */
    public BigInteger architectures() {
        BigInteger ofACell = subsets.stream()
                .map(subset -> choices(subset.size(), kept))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        return ofACell.pow(cellTypes.size());
    }

    /** How many ways there are to choose {@code taken} of {@code all}. */
    private static BigInteger choices(int all, int taken) {
        BigInteger choices = BigInteger.ONE;
        for (int i = 0; i < taken; i++) {
            choices = choices.multiply(BigInteger.valueOf(all - i)).divide(BigInteger.valueOf(i + 1));
        }
        return choices;
    }

    @Override
    public String toString() {
        return name;
    }
}
