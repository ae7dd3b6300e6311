package org.isdarts.event;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;

/**
 * What a cell would keep if a genotype were read by the latest of the deciding score, before the strategy's own rule reads
 * it at the end: of every comparison subset the last to be discarded.
 *
 * @param kept what it would keep, by comparison subset
 * @param parameterFree how many of these have no parameters
 */
public record GenotypeNow(List<Candidate> kept, int parameterFree) {
    public GenotypeNow {
        kept = List.copyOf(kept);
    }

    /** Empty before the deciding score is measured, and where none decides. */
    public static Optional<GenotypeNow> of(History history, CellType cellType) {
        return history.decidingScore().flatMap(score -> history.latest(cellType, score)
                .map(scores -> read(history, cellType, score, scores)));
    }

    private static GenotypeNow read(History history, CellType cellType, Score score, CandidateScores scores) {
        Mask mask = history.mask(cellType);
        Comparator<Candidate> lastDiscarded = (one, other) -> score.discardOrder(scores.of(other), scores.of(one));
        List<Candidate> kept = history.space().subsets().stream()
                .flatMap(subset -> readable(history, subset)
                        .filter(mask::keeps)
                        .sorted(lastDiscarded)
                        .limit(history.space().kept()))
                .toList();
        int free = (int) kept.stream()
                .filter(candidate -> operation(history, candidate).isParameterFree())
                .count();
        return new GenotypeNow(kept, free);
    }

    /** Where operations of several edges are compared, none is no choice: a node keeps others. */
    private static Stream<Candidate> readable(History history, List<Candidate> subset) {
        boolean ofOneEdge = subset.stream().map(Candidate::edge).distinct().count() == 1;
        return subset.stream().filter(candidate -> ofOneEdge || operation(history, candidate) != Operation.NONE);
    }

    private static Operation operation(History history, Candidate candidate) {
        return history.space().operations().get(candidate.operation());
    }
}
