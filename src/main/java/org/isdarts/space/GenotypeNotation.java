package org.isdarts.space;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a genotype is written in one line of text, in the form that the tools of its search space read. */
public enum GenotypeNotation {
    /**
     * One operation on every edge, as the NAS-Bench-201 API writes it: {@code |op~0|+|op~0|op~1|+...}, the nodes
     * separated by {@code +} and every operation followed by its source node.
     */
    NODES_AND_EDGES {
        @Override
        public String format(Genotype genotype) {
            SearchSpace space = genotype.space();
            List<Candidate> kept = genotype.cells().get(space.cellTypes().get(0));
            return IntStream.range(space.inputs(), space.nodes())
                    .mapToObj(node -> entering(space, kept, node)
                            .map(candidate -> operation(space, candidate) + "~"
                                    + edge(space, candidate).from())
                            .collect(Collectors.joining("|", "|", "|")))
                    .collect(Collectors.joining("+"));
        }
    },

    /**
     * A fixed number of operations for every node, as DARTS writes it:
     * {@code Genotype(normal=[('op', source), ...], normal_concat=[...], reduce=[...], reduce_concat=[...])}.
     */
    TUPLES {
        @Override
        public String format(Genotype genotype) {
            SearchSpace space = genotype.space();
            String concat = IntStream.range(space.inputs(), space.nodes())
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", ", "[", "]"));
            return space.cellTypes().stream()
                    .map(type -> word(type) + "="
                            + IntStream.range(space.inputs(), space.nodes())
                                    .boxed()
                                    .flatMap(node ->
                                            entering(space, genotype.cells().get(type), node))
                                    .map(candidate -> "('" + operation(space, candidate) + "', "
                                            + edge(space, candidate).from() + ")")
                                    .collect(Collectors.joining(", ", "[", "]"))
                            + ", " + word(type) + "_concat=" + concat)
                    .collect(Collectors.joining(", ", "Genotype(", ")"));
        }

        private String word(CellType type) {
            return type == CellType.NORMAL ? "normal" : "reduce";
        }
    };

    /** The text of a genotype. */
    public abstract String format(Genotype genotype);

    private static Stream<Candidate> entering(SearchSpace space, List<Candidate> kept, int node) {
        return kept.stream().filter(candidate -> edge(space, candidate).to() == node);
    }

    private static Edge edge(SearchSpace space, Candidate candidate) {
        return space.edges().get(candidate.edge());
    }

    private static String operation(SearchSpace space, Candidate candidate) {
        return space.operations().get(candidate.operation()).label();
    }
}
