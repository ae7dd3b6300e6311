package org.isdarts.ui.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.ImportanceMeasured;
import org.isdarts.shrink.Importance;
import org.isdarts.shrink.Mask;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;

/**
 * Which operations would go next if nothing changed: in every comparison subset that still has one to spare, the kept
 * candidate that the latest measurement puts first in the order of discarding.
 */
public final class NextDiscards {
    private NextDiscards() {}

    /** One for each such subset; none before the first measurement and after the last shrink step. */
    public static List<Candidate> of(History history, CellType cellType) {
        List<ImportanceMeasured> measurements = history.measurements();
        if (measurements.isEmpty()) {
            return List.of();
        }
        Importance importance = history.importance();
        double[][] values = measurements
                .get(measurements.size() - 1)
                .measurements()
                .get(cellType)
                .get(importance)
                .values();
        Mask mask = history.mask(cellType);
        SearchSpace space = history.space();
        return space.subsets().stream()
                .map(subset -> subset.stream().filter(mask::keeps).toList())
                .filter(kept -> kept.size() > space.kept())
                .map(kept -> first(kept, values, importance))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Candidate> first(List<Candidate> kept, double[][] values, Importance importance) {
        Comparator<Candidate> order =
                (left, right) -> importance.discardOrder(value(values, left), value(values, right));
        return kept.stream()
                .filter(candidate -> !Double.isNaN(value(values, candidate)))
                .min(order);
    }

    private static double value(double[][] values, Candidate candidate) {
        return values[candidate.edge()][candidate.operation()];
    }
}
