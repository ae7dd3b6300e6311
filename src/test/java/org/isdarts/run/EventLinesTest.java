package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isdarts.event.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a real search, given in parts. */
class EventLinesTest {
    @TempDir
    private Path runs;

    private RunFolder run;
    private byte[] log;

    @BeforeEach
    void read() throws IOException {
        RealRuns.copyTo(runs);
        run = RunFolder.open(runs.resolve("fisher-7"));
        log = Files.readAllBytes(run.path().resolve(RunFolder.EVENTS));
    }

    @Test
    void tellsEveryEventOnceHoweverTheLogIsCut() {
        EventLines lines = new EventLines("log");
        List<RunEvent> events = new ArrayList<>();
        for (int end = 0; end < log.length; end += 777) {
            events.addAll(lines.take(Arrays.copyOfRange(log, (int) lines.position(), end)));
        }
        events.addAll(lines.take(Arrays.copyOfRange(log, (int) lines.position(), log.length)));
        assertThat(EventText.of(events)).isEqualTo(EventText.of(run.events()));
    }

    @Test
    void countsOnlyTheBytesOfWholeLines() {
        EventLines lines = new EventLines("log");
        int header = new String(log, StandardCharsets.UTF_8).indexOf('\n') + 1;
        assertThat(lines.take(Arrays.copyOf(log, header + 5))).isEmpty();
        assertThat(lines.position()).isEqualTo(header);
    }
}
