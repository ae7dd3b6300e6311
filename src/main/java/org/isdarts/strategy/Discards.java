package org.isdarts.strategy;

import java.util.List;
import java.util.stream.IntStream;
import org.isdarts.event.SearchEvent;
import org.isdarts.score.Discard;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/** The reasons for discarding operations whose values are not the largest of their edge. */
public final class Discards {
    private Discards() {}

    /**
     * Tells that operations of one cell type go because of their coefficients.
     *
     * @param before what was kept
     * @param coefficients {@code [edge][operation]}
     * @param going what goes
     */
    public static SearchEvent event(
            Training training, CellType type, Mask before, double[][] coefficients, List<Candidate> going) {
        return event(training, LearnedMixture.COEFFICIENT, type, before, coefficients, going);
    }

    /**
     * Tells that operations of one cell type go.
     *
     * @param score what decided, of which small values go first
     * @param before what was kept
     * @param values of that score, {@code [edge][operation]}
     * @param going what goes
     */
    public static SearchEvent event(
            Training training, Score score, CellType type, Mask before, double[][] values, List<Candidate> going) {
        return new SearchEvent.OperationsDiscarded(
                System.currentTimeMillis(),
                training.epoch(),
                score.name(),
                // Strategies that discard so do not count how often they do.
                0,
                0,
                type,
                going.stream()
                        .map(candidate -> discard(candidate, before, values[candidate.edge()]))
                        .toList());
    }

    private static Discard discard(Candidate candidate, Mask before, double[] ofEdge) {
        double own = ofEdge[candidate.operation()];
        int[] compared = IntStream.range(0, ofEdge.length)
                .filter(operation -> before.keeps(candidate.edge(), operation))
                .toArray();
        int smaller = (int) IntStream.of(compared)
                .filter(operation -> ofEdge[operation] < own)
                .count();
        double largest = IntStream.of(compared)
                .mapToDouble(operation -> ofEdge[operation])
                .max()
                .orElse(own);
        return new Discard(candidate, own, smaller + 1, compared.length, largest - own);
    }
}
