package org.isdarts.ui.model;

import java.util.List;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.ImportanceMeasured;
import org.isdarts.score.Discard;
import org.isdarts.score.Importance;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.strategy.isdarts.Shrinking;

/** Which operations would go at the next shrink step if it came now, by the latest measurement. */
public final class NextDiscards {
    private NextDiscards() {}

    /** All of them; none before the first measurement and after the last shrink step. */
    public static List<Candidate> of(History history, CellType cellType) {
        List<ImportanceMeasured> measurements = history.measurements();
        if (measurements.isEmpty()) {
            return List.of();
        }
        int stepsLeft = history.shrinkStepsLeft();
        if (stepsLeft == 0) {
            return List.of();
        }
        Importance importance = history.importance();
        double[][] values = measurements
                .get(measurements.size() - 1)
                .measurements()
                .get(cellType)
                .get(importance)
                .values();
        return Shrinking.shrink(history.space(), history.mask(cellType), values, importance, stepsLeft)
                .discards()
                .stream()
                .map(Discard::candidate)
                .toList();
    }
}
