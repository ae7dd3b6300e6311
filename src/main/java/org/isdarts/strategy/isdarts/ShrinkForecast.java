package org.isdarts.strategy.isdarts;

import java.util.List;
import java.util.Optional;
import org.isdarts.event.History;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Discard;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.strategy.Forecast;

/** What the next shrink step would discard if it came now, by the latest measurement. */
final class ShrinkForecast implements Forecast {
    @Override
    public List<Candidate> next(History history, CellType cellType) {
        int stepsLeft = history.get(IsDartsSettings.SHRINK_STEPS)
                - history.shrinkEpochs().size();
        Score decides = history.decidingScore().orElseThrow();
        Optional<CandidateScores> measured = history.latest(cellType, decides);
        return measured.filter(scores -> stepsLeft > 0).stream()
                .map(scores ->
                        Shrinking.shrink(history.space(), history.mask(cellType), scores.values(), decides, stepsLeft))
                .flatMap(shrinking -> shrinking.discards().stream())
                .map(Discard::candidate)
                .toList();
    }

    @Override
    public Optional<String> plan(History history) {
        return Optional.of(history.get(IsDartsSettings.SHRINK_STEPS) + " shrink steps");
    }
}
