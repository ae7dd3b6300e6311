package org.isdarts.strategy.sgas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.isdarts.space.Candidate;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArgmaxRule;

/**
 * The decision of one edge: it keeps its best operation, never none. Where the edges into a node are compared and the node
 * now has all that it may keep, its other edges keep nothing.
 *
 * @param kept the edge and its operation
 * @param discarded what went, ordered by edge, then by operation
 */
public record GreedyDecision(Candidate kept, List<Candidate> discarded) {
    public GreedyDecision {
        discarded = List.copyOf(discarded);
    }

    /**
     * Decides the undecided edge of the highest score; of equal ones the first.
     *
     * @param mask what is kept now: one operation on a decided edge, several on an undecided one
     * @param weights architecture weights {@code [edge][operation]}
     * @param scores the score of every edge
     * @return empty if every edge is decided
     */
    public static Optional<GreedyDecision> next(SearchSpace space, Mask mask, double[][] weights, double[] scores) {
        return IntStream.range(0, mask.edges())
                .filter(edge -> mask.keptOn(edge) > 1)
                .boxed()
                .min(Comparator.comparingDouble(edge -> -scores[edge]))
                .map(edge -> decide(space, mask, ArgmaxRule.bestOperation(space, edge, weights)));
    }

    private static GreedyDecision decide(SearchSpace space, Mask mask, Candidate kept) {
        List<Candidate> rivals = space.subsets().stream()
                .filter(subset -> subset.contains(kept))
                .findFirst()
                .orElseThrow();
        List<Candidate> discarded = new ArrayList<>(rivals.stream()
                .filter(mask::keeps)
                .filter(rival -> rival.edge() == kept.edge() && !rival.equals(kept))
                .toList());
        Mask decided = mask.without(discarded);
        List<Candidate> left = rivals.stream().filter(decided::keeps).toList();
        if (left.stream().filter(rival -> decided.keptOn(rival.edge()) == 1).count() == space.kept()) {
            left.stream().filter(rival -> decided.keptOn(rival.edge()) > 1).forEach(discarded::add);
        }
        discarded.sort(Comparator.comparingInt(Candidate::edge).thenComparingInt(Candidate::operation));
        return new GreedyDecision(kept, discarded);
    }
}
