package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.event.RunEvent.BatchProgress;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the log of a real search. */
class RunNoticeTest {
    private static final long MINUTE = 60_000;

    @TempDir
    private static Path runs;

    private static List<RunEvent> events;

    @BeforeAll
    static void search() {
        RealRuns.copyTo(runs);
        events = RunFolder.open(runs.resolve("fisher-7")).events();
    }

    @Test
    void theEndTellsWhatWasFound() {
        History before = History.of(events.subList(0, events.size() - 1));
        assertThat(RunNotice.between(before, History.of(events)))
                .singleElement()
                .satisfies(news -> {
                    assertThat(news.kind()).isEqualTo(RunNotice.Kind.GOOD);
                    assertThat(news.words()).contains("nor_conv").endsWith("|");
                });
    }

    @Test
    void anEpochIsNoNews() {
        History before = History.of(events.subList(0, 3));
        assertThat(RunNotice.between(before, History.of(events.subList(0, 5)))).isEmpty();
    }

    @Test
    void trainingWithoutABatchForMinutesHasStalled() {
        History training = training();
        assertThat(RunNotice.ofStall(training, 0, training.progress().time() + 3 * MINUTE))
                .singleElement()
                .satisfies(news -> assertThat(news.words()).contains("no batch for 3 min"));
    }

    @Test
    void trainingWithABatchJustNowHasNotStalled() {
        History training = training();
        assertThat(RunNotice.ofStall(training, 0, training.progress().time() + 900))
                .isEmpty();
    }

    @Test
    void aSearchThatWasResumedJustNowHasNotStalled() {
        History training = training();
        long now = training.progress().time() + 3 * MINUTE;
        assertThat(RunNotice.ofStall(training, now - 900, now)).isEmpty();
    }

    @Test
    void aSlowSearchIsGivenMoreTime() {
        History training = training();
        BatchProgress batch = training.progress();
        History slow = training.with(new BatchProgress(
                batch.time(),
                batch.epoch(),
                batch.step(),
                batch.stepsPerEpoch(),
                batch.trainLoss(),
                batch.trainTop1(),
                batch.rate(),
                batch.imagesPerSecond() / 1e6,
                batch.epochSecondsLeft(),
                batch.searchSecondsLeft()));
        assertThat(RunNotice.ofStall(slow, 0, batch.time() + 3 * MINUTE)).isEmpty();
    }

    @Test
    void aFinishedSearchHasNotStalled() {
        History finished = History.of(events);
        assertThat(RunNotice.ofStall(finished, 0, finished.end().time() + 3 * MINUTE))
                .isEmpty();
    }

    private static History training() {
        int batch = 0;
        while (!(events.get(batch) instanceof BatchProgress)) {
            batch++;
        }
        return History.of(events.subList(0, batch + 1));
    }
}
