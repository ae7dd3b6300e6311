package org.isdarts.ui.model;

import java.util.List;
import java.util.Optional;
import org.isdarts.event.History;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.strategy.Forecast;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;

/** What the method of a run says beforehand of its decisions. */
public final class NextDiscards {
    private NextDiscards() {}

    /** The operations that would go now; none where the method cannot tell. */
    public static List<Candidate> of(History history, CellType cellType) {
        return forecast(history).next(history, cellType);
    }

    /** How often the method decides, such as {@code 4 shrink steps}. */
    public static Optional<String> plan(History history) {
        return forecast(history).plan(history);
    }

    private static Forecast forecast(History history) {
        if (history.start() == null) {
            return Forecast.NONE;
        }
        return Strategies.named(history.method().name())
                .map(StrategyKind::forecast)
                .orElse(Forecast.NONE);
    }
}
