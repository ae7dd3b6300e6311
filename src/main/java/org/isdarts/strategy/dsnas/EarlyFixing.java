package org.isdarts.strategy.dsnas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isdarts.space.Candidate;
import org.isdarts.space.Mask;

/**
 * Fixes an edge to its most probable operation as soon as that leads the second by a margin.
 *
 * @param margin 0.3 in the authors' code
 */
public record EarlyFixing(double margin) {
    /**
     * What goes: everything but the most probable operation of every undecided edge that is sure.
     *
     * @param mask what is kept now
     * @param shares probabilities {@code [edge][operation]}
     */
    public List<Candidate> discarded(Mask mask, double[][] shares) {
        List<Candidate> discarded = new ArrayList<>();
        for (int e = 0; e < mask.edges(); e++) {
            int edge = e;
            List<Candidate> ranked = mask.keptCandidates().stream()
                    .filter(candidate -> candidate.edge() == edge)
                    .sorted(Comparator.comparingDouble(candidate -> -shares[edge][candidate.operation()]))
                    .toList();
            if (ranked.size() > 1 && lead(ranked, shares[edge]) >= margin) {
                discarded.addAll(ranked.subList(1, ranked.size()));
            }
        }
        return discarded;
    }

    private static double lead(List<Candidate> ranked, double[] shares) {
        return shares[ranked.get(0).operation()] - shares[ranked.get(1).operation()];
    }
}
