package org.isdarts.figure.chart;

import java.util.List;
import java.util.stream.Collectors;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.CellType;

/** Phrases that titles, labels and captions share. */
final class AxisLabels {
    private AxisLabels() {}

    /** "epoch 22" or "epochs 22, 24 and 26". */
    static String epochs(List<Integer> epochs) {
        if (epochs.size() == 1) {
            return "epoch " + epochs.get(0);
        }
        String first = epochs.subList(0, epochs.size() - 1).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return "epochs " + first + " and " + epochs.get(epochs.size() - 1);
    }

    /** "the normal cell of search space darts; run NAME, seed 3". */
    static String origin(ChartedRun run, CellType cellType) {
        return "the " + cellType + " cell in search space "
                + run.history().space().name() + "; " + run(run);
    }

    /** "run NAME, seed 3". */
    static String run(ChartedRun run) {
        return "run " + run.name() + ", seed " + run.history().get(RunSettings.SEED);
    }
}
