package org.isdarts.strategy.isdarts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.score.Discard;
import org.isdarts.space.CellType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is foreseen, against what a real run did next. */
class ShrinkForecastTest {
    @TempDir
    static Path folder;

    private static List<RunEvent> events;

    @BeforeAll
    static void search() {
        RealRuns.copyTo(folder);
        events = List.copyOf(RunFolder.open(folder.resolve("fisher-7")).events());
    }

    @Test
    void whatIsForeseenBeforeTheFirstShrinkStepIsWhatItDiscards() {
        int shrunk = firstDiscards();
        SearchEvent.OperationsDiscarded first = (SearchEvent.OperationsDiscarded) events.get(shrunk);
        assertThat(new ShrinkForecast().next(History.of(events.subList(0, shrunk)), CellType.NORMAL))
                .containsExactlyElementsOf(
                        first.discards().stream().map(Discard::candidate).toList());
    }

    @Test
    void nothingIsForeseenBeforeTheFirstMeasurement() {
        assertThat(new ShrinkForecast().next(History.of(events.subList(0, 1)), CellType.NORMAL))
                .isEmpty();
    }

    @Test
    void nothingIsForeseenAfterTheLastShrinkStep() {
        assertThat(new ShrinkForecast().next(History.of(events), CellType.NORMAL))
                .isEmpty();
    }

    private static int firstDiscards() {
        return (int) events.stream()
                .takeWhile(event -> !(event instanceof SearchEvent.OperationsDiscarded))
                .count();
    }
}
