package org.isdarts.strategy.isdarts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isdarts.score.Discard;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * The outcome of one shrink step for one cell type.
 *
 * @param mask what is left
 * @param discards what went and why, in the order of the comparison subsets, least important first
 */
public record Shrinking(Mask mask, List<Discard> discards) {
    public Shrinking {
        discards = List.copyOf(discards);
    }

    /**
     * Discards the least important candidates of every comparison subset (Eq. 18 to 20): of {@code k} kept candidates
     * {@code ceil((k - C) / stepsLeft)} go. Equal values go in the order of edge, then operation.
     *
     * @param space gives the comparison subsets and C
     * @param mask what is kept now
     * @param values the importance {@code [edge][operation]}; entries that are not kept are ignored
     * @param score which end of its scale goes
     * @param stepsLeft shrink steps that remain, this one included; at least 1
     */
    public static Shrinking shrink(SearchSpace space, Mask mask, double[][] values, Score score, int stepsLeft) {
        if (stepsLeft < 1) {
            throw new IllegalArgumentException("no shrink step is left");
        }
        List<Discard> discards = new ArrayList<>();
        for (List<Candidate> subset : space.subsets()) {
            List<Candidate> compared = new ArrayList<>(subset.stream()
                    .filter(mask::keeps)
                    .sorted(Comparator.comparing(
                            candidate -> value(values, candidate), (a, b) -> score.discardOrder(a, b)))
                    .toList());
            int surplus = compared.size() - space.kept();
            int going = (surplus + stepsLeft - 1) / stepsLeft;
            for (int rank = 0; rank < going; rank++) {
                double value = value(values, compared.get(rank));
                double firstKept = value(values, compared.get(going));
                double margin = Double.isFinite(value) ? Math.abs(value - firstKept) : Double.POSITIVE_INFINITY;
                discards.add(new Discard(compared.get(rank), value, rank + 1, compared.size(), margin));
            }
        }
        Mask left = mask.without(discards.stream().map(Discard::candidate).toList());
        return new Shrinking(left, discards);
    }

    private static double value(double[][] values, Candidate candidate) {
        return values[candidate.edge()][candidate.operation()];
    }
}
