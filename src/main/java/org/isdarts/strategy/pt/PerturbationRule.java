package org.isdarts.strategy.pt;

import java.util.Comparator;
import java.util.List;
import org.isdarts.space.Candidate;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/** What is kept, given the accuracy of the net without each of several things. Of equal ones the first counts more. */
public final class PerturbationRule {
    private PerturbationRule() {}

    /**
     * Decides an edge: everything goes but the operation whose absence costs most.
     *
     * @param mask what is kept now
     * @param edge an undecided edge
     * @param accuracyWithout the accuracy without each operation, {@code [operation]}; read for what is kept
     * @return what goes
     */
    public static List<Candidate> discarded(Mask mask, int edge, double[] accuracyWithout) {
        List<Candidate> ofEdge = mask.keptCandidates().stream()
                .filter(candidate -> candidate.edge() == edge)
                .toList();
        Candidate mostMissed = ofEdge.stream()
                .min(Comparator.comparingDouble(candidate -> accuracyWithout[candidate.operation()]))
                .orElseThrow();
        return ofEdge.stream()
                .filter(candidate -> !candidate.equals(mostMissed))
                .toList();
    }

    /**
     * Which edge a node loses next: the one whose absence costs least.
     *
     * @param edges those that are left, at least one
     * @param accuracyWithout the accuracy without each edge of the cell, {@code [edge]}; read for those that are left
     */
    public static int leastMissed(List<Integer> edges, double[] accuracyWithout) {
        return edges.stream()
                .min(Comparator.comparingDouble(edge -> -accuracyWithout[edge]))
                .orElseThrow();
    }

    /** How many edges a node keeps in the end. */
    static long keptBy(SearchSpace space, int node) {
        return space.subsets().stream()
                        .filter(subset ->
                                space.edges().get(subset.get(0).edge()).to() == node)
                        .count()
                * space.kept();
    }
}
