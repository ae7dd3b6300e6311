package org.isdarts.strategy;

import java.util.List;
import java.util.Optional;
import org.isdarts.event.History;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;

/** What of a method's decisions can be told beforehand, from what has happened. */
public interface Forecast {
    /** Of a method whose next decision cannot be told. */
    Forecast NONE = new Forecast() {
        @Override
        public List<Candidate> next(History history, CellType cellType) {
            return List.of();
        }

        @Override
        public Optional<String> plan(History history) {
            return Optional.empty();
        }
    };

    /** The candidates that would be discarded if the method decided now by its latest scores; none if it has none. */
    List<Candidate> next(History history, CellType cellType);

    /** How often it will have decided by the end, such as {@code 4 shrink steps}. */
    Optional<String> plan(History history);
}
