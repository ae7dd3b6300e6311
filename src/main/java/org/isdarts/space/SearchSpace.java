package org.isdarts.space;

import java.util.ArrayList;
import java.util.List;

/**
 * A search space: which cells there are, which operations compete in them, and how cells make a network.
 *
 * <p>Nodes {@code 0 .. inputs-1} are the inputs of a cell; node {@code i} is the sum over its incoming edges and their
 * operations of {@code mask x output / |operations|}.
 *
 * @param name the name on the command line and in files
 * @param cellTypes the types of searched cells
 * @param inputs inputs of a cell: 1 (the previous block's output as it is) or 2 (the two previous outputs, each
 *     through a 1x1 preprocessing)
 * @param nodes nodes of a cell, inputs included
 * @param edges edges in order of their target, then of their source
 * @param operations candidate operations of every edge
 * @param subsets the comparison subsets, together holding every candidate exactly once
 * @param kept operations left in each subset at the end (C of Eq. 19)
 * @param macroNet how cells are stacked
 */
public record SearchSpace(
        String name,
        List<CellType> cellTypes,
        int inputs,
        int nodes,
        List<Edge> edges,
        List<Operation> operations,
        List<List<Candidate>> subsets,
        int kept,
        MacroNet macroNet) {

    /** Cell of NAS-Bench-201 (Dong and Yang, ICLR 2020): four nodes, one operation kept on each of six edges. */
    public static final SearchSpace NAS_BENCH_201 = nasBench201();

    /** Cell of DARTS (Liu et al., ICLR 2019): two inputs, four inner nodes, two operations kept for each. */
    public static final SearchSpace DARTS = darts();

    /** Every built-in space, in the order they are offered. */
    public static final List<SearchSpace> ALL = List.of(NAS_BENCH_201, DARTS);

    public SearchSpace {
        cellTypes = List.copyOf(cellTypes);
        edges = List.copyOf(edges);
        operations = List.copyOf(operations);
        subsets = subsets.stream().map(List::copyOf).toList();
        int candidates = subsets.stream().mapToInt(List::size).sum();
        if (candidates != edges.size() * operations.size()) {
            throw new IllegalArgumentException("the comparison subsets of " + name + " hold " + candidates
                    + " candidates, its edges " + edges.size() * operations.size());
        }
        for (List<Candidate> subset : subsets) {
            if (subset.size() < kept) {
                throw new IllegalArgumentException("a comparison subset of " + name + " is smaller than " + kept);
            }
        }
    }

    /**
     * The space of that name.
     *
     * @throws IllegalArgumentException if no space is called so
     */
    public static SearchSpace of(String name) {
        return ALL.stream()
                .filter(space -> space.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no search space is called '" + name + "'; known are "
                        + String.join(", ", ALL.stream().map(SearchSpace::name).toList())));
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

    /** Size of the largest comparison subset: no search can have more shrink steps than it has candidates to spare. */
    public int largestSubset() {
        return subsets.stream().mapToInt(List::size).max().orElseThrow();
    }

    private static SearchSpace nasBench201() {
        List<Operation> operations = List.of(
                Operation.NONE,
                Operation.SKIP_CONNECT,
                Operation.NOR_CONV_1X1,
                Operation.NOR_CONV_3X3,
                Operation.AVG_POOL_3X3);
        List<Edge> edges = allEdges(1, 4);
        List<List<Candidate>> subsets = new ArrayList<>();
        for (int edge = 0; edge < edges.size(); edge++) {
            subsets.add(candidates(List.of(edge), operations.size()));
        }
        return new SearchSpace(
                "nas-bench-201",
                List.of(CellType.NORMAL),
                1,
                4,
                edges,
                operations,
                subsets,
                1,
                new MacroNet(
                        1,
                        MacroNet.Reduction.RESIDUAL_BLOCK,
                        MacroNet.CellOutput.LAST_NODE,
                        new MacroNet.Evaluation(16, 5, true, false)));
    }

    private static SearchSpace darts() {
        List<Operation> operations = List.of(
                Operation.NONE,
                Operation.SKIP_CONNECT,
                Operation.SEP_CONV_3X3,
                Operation.SEP_CONV_5X5,
                Operation.DIL_CONV_3X3,
                Operation.DIL_CONV_5X5,
                Operation.AVG_POOL_3X3,
                Operation.MAX_POOL_3X3);
        int nodes = 6;
        List<Edge> edges = allEdges(2, nodes);
        List<List<Candidate>> subsets = new ArrayList<>();
        for (int node = 2; node < nodes; node++) {
            List<Integer> into = new ArrayList<>();
            for (int edge = 0; edge < edges.size(); edge++) {
                if (edges.get(edge).to() == node) {
                    into.add(edge);
                }
            }
            subsets.add(candidates(into, operations.size()));
        }
        return new SearchSpace(
                "darts",
                List.of(CellType.NORMAL, CellType.REDUCTION),
                2,
                nodes,
                edges,
                operations,
                subsets,
                2,
                new MacroNet(
                        3,
                        MacroNet.Reduction.CELL,
                        MacroNet.CellOutput.CONCATENATION,
                        new MacroNet.Evaluation(36, 6, false, true)));
    }

    private static List<Edge> allEdges(int inputs, int nodes) {
        List<Edge> edges = new ArrayList<>();
        for (int to = inputs; to < nodes; to++) {
            for (int from = 0; from < to; from++) {
                edges.add(new Edge(from, to));
            }
        }
        return edges;
    }

    private static List<Candidate> candidates(List<Integer> edges, int operations) {
        List<Candidate> candidates = new ArrayList<>();
        for (int edge : edges) {
            for (int operation = 0; operation < operations; operation++) {
                candidates.add(new Candidate(edge, operation));
            }
        }
        return candidates;
    }
}
