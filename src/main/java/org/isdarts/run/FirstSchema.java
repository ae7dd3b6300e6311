package org.isdarts.run;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.List;
import java.util.Map;
import org.isdarts.event.RunEvent;
import org.isdarts.event.RunEvent.Accuracy;
import org.isdarts.event.SearchEvent;
import org.isdarts.score.CandidateScores;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.strategy.isdarts.IsDartsScores;

/**
 * What runs of schema 1 called otherwise. Their only strategy was IS-DARTS, and they did not say so.
 */
final class FirstSchema {
    /** The names of events that have others now. */
    static final List<NamedType> NAMES = List.of(
            new NamedType(RunEvent.Started.class, "search_started"),
            new NamedType(SearchEvent.CandidatesScored.class, "importance_measured"));

    private FirstSchema() {}

    /** Names of fields that have others now. */
    interface Started {
        @JsonAlias("configuration")
        Settings settings();

        @JsonAlias("validImages")
        int testImages();
    }

    /** Names of fields that have others now. */
    interface EpochFinished {
        @JsonAlias("valid")
        Accuracy test();
    }

    /** Names of fields that have others now. */
    interface CandidatesScored {
        @JsonAlias("measurements")
        Map<CellType, Map<String, CandidateScores>> scores();
    }

    /** An event as this version records it. */
    static RunEvent completed(RunEvent event) {
        return event instanceof RunEvent.Started old && old.method() == null
                ? new RunEvent.Started(
                        old.time(),
                        IsDartsScores.method(old.settings()),
                        old.settings(),
                        old.device(),
                        old.kernels(),
                        old.trainImages(),
                        old.testImages(),
                        old.stepsPerEpoch(),
                        old.parameters(),
                        old.classes())
                : event;
    }
}
