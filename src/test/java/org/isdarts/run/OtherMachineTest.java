package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.isdarts.event.RunEvent;
import org.isdarts.score.Method;
import org.isdarts.space.NasBench201;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of a run whose process cannot be seen here. */
class OtherMachineTest {
    @TempDir
    private Path runs;

    private Path run;

    @BeforeEach
    void write() {
        run = runs.resolve("run");
        SimulatedRun.write(
                run,
                NasBench201.SPACE,
                1,
                List.of(new RunEvent.Started(
                        1,
                        Method.of("is-darts", "IS-DARTS"),
                        TinySearch.config().settings(),
                        "CPU",
                        "nd4j",
                        80,
                        40,
                        5,
                        12_345,
                        10)));
    }

    @Test
    void aRunNamesTheMachineItBeganOn() {
        assertThat(RunFolder.open(run).manifest().host()).isEqualTo(MachineName.text());
    }

    @Test
    void ofAnotherMachineARunIsRunningWhileItsLogGrows() throws IOException {
        beginElsewhere(run);
        assertThat(RunFolder.open(run).summary().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void ofAnotherMachineARunIsInterruptedOnceItsLogRests() throws IOException {
        beginElsewhere(run);
        rest(run);
        assertThat(RunFolder.open(run).summary().state()).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void ofThisMachineARunIsInterruptedHoweverFreshItsLogIs() {
        assertThat(RunFolder.open(run).summary().state()).isEqualTo(RunState.INTERRUPTED);
    }

    private static void beginElsewhere(Path run) throws IOException {
        Path manifest = run.resolve(RunFolder.MANIFEST);
        Files.writeString(
                manifest, Files.readString(manifest).replace('"' + MachineName.text() + '"', "\"gpu-server\""));
    }

    private static void rest(Path run) throws IOException {
        Files.setLastModifiedTime(
                run.resolve(RunFolder.EVENTS), FileTime.from(Instant.now().minusSeconds(240)));
    }

    @Test
    void aManifestOfSomethingElseIsNoRun() throws IOException {
        Path site = Files.createDirectories(runs.resolve("site"));
        Files.writeString(site.resolve(RunFolder.MANIFEST), "{\"name\":\"a web site\",\"start_url\":\"/\"}");

        assertThatThrownBy(() -> RunFolder.open(site))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("is not that of a search");
        assertThat(RunFolder.list(runs)).hasSize(1);
    }
}
