package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    @TempDir
    static Path runs;

    private static List<RunEvent> events;

    @BeforeAll
    static void read() {
        RealRuns.copyTo(runs);
        events = RunFolder.open(runs.resolve("fisher-7")).events();
    }

    private static void assertAgreement(List<RunEvent> told) {
        Summary summary = Summary.of(told);
        History history = History.of(told);
        assertThat(summary.state()).isEqualTo(RunState.of(history.state()));
        assertThat(summary.epochs(history.plannedEpochs())).isEqualTo(history.epochCount());
    }

    @Test
    void saysTheSameStateAndEpochsAsTheHistoryAfterEveryEvent() {
        for (int told = 1; told <= events.size(); told++) {
            assertAgreement(events.subList(0, told));
        }
    }

    @Test
    void anEpochThatIsDoneAgainFromAnOlderCheckpointIsNotOver() {
        List<RunEvent> resumed = new ArrayList<>(events.subList(0, events.size() - 3));
        resumed.add(new RunEvent.Resumed(System.currentTimeMillis(), 3, 2, "checkpoint-3-2.bin"));
        assertAgreement(resumed);
        assertThat(Summary.of(resumed).epoch()).isEqualTo(2);
    }

    @Test
    void whatItsFolderSaysIsReadFromTheLogWhereTheSummaryIsMissing() throws Exception {
        Path copies = runs.resolve("copies");
        RealRuns.copyTo(copies);
        RunFolder run = RunFolder.open(copies.resolve("fisher-8"));
        Summary whole = run.summary();
        Files.delete(run.path().resolve(RunFolder.SUMMARY));
        assertThat(run.summary()).isEqualTo(whole);
    }
}
