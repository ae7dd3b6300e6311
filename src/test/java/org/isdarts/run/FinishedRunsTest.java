package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedRunsTest {
    @TempDir
    private Path folder;

    private Path index;
    private Path run;
    private Path log;
    private Summary summary;

    @BeforeEach
    void readOnce() {
        index = folder.resolve("index.jsonl");
        run = folder.resolve("run");
        RealRuns.copyTo("fisher-7", run);
        log = run.resolve(RunFolder.EVENTS);
        summary = FinishedRuns.in(index).summary(run);
    }

    @Test
    void aFinishedRunIsToldWithoutReadingItsLog() throws IOException {
        FileTime changed = Files.getLastModifiedTime(log);
        byte[] nothing = new byte[(int) Files.size(log)];
        Arrays.fill(nothing, (byte) ' ');
        Files.write(log, nothing);
        Files.setLastModifiedTime(log, changed);
        FinishedRuns runs = FinishedRuns.in(index);
        assertThat(runs.summary(run)).isEqualTo(summary);
        assertThat(runs.history(run).epochs()).hasSize(5);
    }

    @Test
    void aLogThatChangedIsReadAgain() throws IOException {
        Files.writeString(log, "damage\n", StandardOpenOption.APPEND);
        assertThat(FinishedRuns.in(index).summary(run).state()).isEqualTo(RunState.DAMAGED);
    }

    @Test
    void aDamagedLineIsPassedOver() throws IOException {
        Files.writeString(index, "{\"run\":");
        assertThat(FinishedRuns.in(index).summary(run)).isEqualTo(summary);
    }

    @Test
    void aRunThatIsNotFinishedIsNotKept() throws IOException {
        long before = Files.size(index);
        Path stopped = folder.resolve("stopped");
        RealRuns.stopped(stopped);
        assertThat(FinishedRuns.in(index).summary(stopped).state()).isEqualTo(RunState.STOPPED);
        assertThat(Files.size(index)).isEqualTo(before);
    }
}
