package org.isdarts.ui.model;

import java.util.List;
import java.util.Optional;
import org.isdarts.event.History;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Discard;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.isdarts.strategy.isdarts.Shrinking;

/** Which operations would go at the next shrink step if it came now, by the latest measurement. */
public final class NextDiscards {
    private NextDiscards() {}

    /** All of them; none before the first measurement and after the last shrink step. */
    public static List<Candidate> of(History history, CellType cellType) {
        if (!areScheduled(history)) {
            return List.of();
        }
        Optional<Score> deciding = history.decidingScore();
        Optional<CandidateScores> scores = deciding.flatMap(score -> history.latest(cellType, score));
        int stepsLeft = stepsLeft(history);
        if (scores.isEmpty() || stepsLeft == 0) {
            return List.of();
        }
        return Shrinking.shrink(
                        history.space(), history.mask(cellType), scores.get().values(), deciding.get(), stepsLeft)
                .discards()
                .stream()
                .map(Discard::candidate)
                .toList();
    }

    /** Whether the strategy discards by a schedule that is known beforehand. */
    public static boolean areScheduled(History history) {
        return history.start() != null && history.method().name().equals(IsDartsScores.METHOD);
    }

    private static int stepsLeft(History history) {
        return Math.max(
                0,
                history.get(IsDartsSettings.SHRINK_STEPS)
                        - history.shrinkEpochs().size());
    }
}
