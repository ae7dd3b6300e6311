package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that stood still, was given up, and wakes up when another does its run: both are real. */
@DisabledOnOs(OS.WINDOWS)
class TakenOverRunTest {
    @TempDir
    private static Path folder;

    private static Path quiet;
    private static Path run;
    private static List<RunEvent> followed;
    private static ProgramProcess first;
    private static ProgramProcess second;

    @BeforeAll
    static void wakeTheFirstWhileTheSecondSearches() throws Exception {
        quiet = folder.resolve("quiet");
        assertThat(search(quiet).await()).isZero();
        run = folder.resolve("run");
        first = search(run);
        first.awaitOutput("epoch 2/5");
        first.signal("STOP");
        EventTail tail = RunFolder.open(run).tail();
        followed = new ArrayList<>(tail.more());
        // As on a network whose locks other machines do not see.
        Files.delete(run.resolve("lock"));
        second = search(run, "--resume");
        second.awaitOutput("resumed in epoch");
        first.signal("CONT");
        first.await();
        second.await();
        followed.addAll(tail.more());
    }

    private static ProgramProcess search(Path folderOfRun, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("search", "--run-dir", folderOfRun.toString()));
        arguments.addAll(TinySearch.options());
        arguments.addAll(List.of(more));
        return ProgramProcess.start(Files.createTempFile(folder, "output", ".txt"), arguments);
    }

    @Test
    void theFirstEndsAndSaysWhy() throws Exception {
        assertThat(first.await()).as(first.output()).isEqualTo(3);
        assertThat(first.output()).contains("another process has taken over " + run);
    }

    @Test
    void theSecondEndsWithTheTensorsOfAQuietRun() throws Exception {
        assertThat(second.await()).as(second.output()).isZero();
        assertThat(KilledSearchTest.lastState(run)).isEqualTo(KilledSearchTest.lastState(quiet));
    }

    @Test
    void whatItFoundIsThatOfAQuietRun() {
        assertThat(run.resolve("genotype.json")).hasSameBinaryContentAs(quiet.resolve("genotype.json"));
        assertThat(RunFolder.open(run).summary().genotype())
                .isEqualTo(RunFolder.open(quiet).summary().genotype());
    }

    @Test
    void theRunEndsOnce() {
        RunFolder both = RunFolder.open(run);
        assertThat(both.summary().state()).isEqualTo(RunState.FINISHED);
        assertThat(both.events())
                .filteredOn(RunEvent.Finished.class::isInstance)
                .hasSize(1);
    }

    @Test
    void whoeverFollowedTheFirstSeesTheWholeSecond() {
        assertThat(History.of(followed).epochs()).hasSize(5);
        assertThat(followed.get(followed.size() - 1)).isInstanceOf(RunEvent.Finished.class);
    }
}
