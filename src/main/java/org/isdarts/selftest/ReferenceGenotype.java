package org.isdarts.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isdarts.space.Candidate;
import org.isdarts.space.Edge;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/** The genotype of a reference as kept candidates, ordered by edge, then by operation. */
final class ReferenceGenotype {
    private ReferenceGenotype() {}

    /** From the NAS-Bench-201 notation. */
    static List<Candidate> ofText(SearchSpace space, String notation) {
        List<Candidate> kept = new ArrayList<>();
        String[] nodes = notation.split("\\+");
        for (int node = 0; node < nodes.length; node++) {
            for (String entry : nodes[node].split("\\|")) {
                if (!entry.isEmpty()) {
                    String[] parts = entry.split("~");
                    kept.add(candidate(space, Integer.parseInt(parts[1]), node + 1, parts[0]));
                }
            }
        }
        return sorted(kept);
    }

    /** From a list of {@code [operation, source]} pairs for every node. */
    static List<Candidate> ofNodes(SearchSpace space, JsonNode nodes) {
        List<Candidate> kept = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            for (JsonNode pair : nodes.get(node)) {
                String operation =
                        pair.get(0).asText().replace("dua_sepc", "sep_conv").replace("dil_sepc", "dil_conv");
                kept.add(candidate(space, pair.get(1).asInt(), node + space.inputs(), operation));
            }
        }
        return sorted(kept);
    }

    /** From a list of {@code [operation, source]} pairs, as many for every node as it keeps. */
    static List<Candidate> ofPairs(SearchSpace space, JsonNode pairs) {
        List<Candidate> kept = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            JsonNode pair = pairs.path(i);
            int node = space.inputs() + i / space.kept();
            kept.add(candidate(space, pair.path(1).asInt(), node, pair.path(0).asText()));
        }
        return sorted(kept);
    }

    /** From a list of {@code [operation, node, source]}. */
    static List<Candidate> ofTriples(SearchSpace space, JsonNode triples) {
        List<Candidate> kept = new ArrayList<>();
        for (JsonNode triple : triples) {
            kept.add(candidate(
                    space,
                    triple.path(2).asInt(),
                    triple.path(1).asInt(),
                    triple.path(0).asText()));
        }
        return sorted(kept);
    }

    private static Candidate candidate(SearchSpace space, int from, int to, String operation) {
        int edge = space.edges().indexOf(new Edge(from, to));
        if (edge < 0) {
            throw new IllegalArgumentException("the space has no edge " + from + "->" + to);
        }
        return new Candidate(edge, space.operations().indexOf(Operation.of(operation)));
    }

    private static List<Candidate> sorted(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::edge).thenComparingInt(Candidate::operation))
                .toList();
    }
}
