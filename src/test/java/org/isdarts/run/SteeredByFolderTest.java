package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isdarts.event.RunEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in one real process that steer the search of another. */
class SteeredByFolderTest {
    @TempDir
    private Path folder;

    private ProgramProcess search;

    @AfterEach
    void endSearch() throws InterruptedException {
        if (search != null) {
            search.kill();
        }
    }

    private Path run() {
        return folder.resolve("run");
    }

    private static List<String> options(String epochs) {
        List<String> options = new ArrayList<>(TinySearch.options());
        options.set(options.indexOf("--epochs") + 1, epochs);
        return options;
    }

    private ProgramProcess program(String... arguments) throws IOException {
        return ProgramProcess.start(Files.createTempFile(folder, "output", ".txt"), List.of(arguments));
    }

    private void begin(String epochs) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("search", "--run-dir", run().toString()));
        arguments.addAll(options(epochs));
        search = program(arguments.toArray(String[]::new));
        search.awaitOutput("epoch 1/" + epochs);
    }

    private String ask(String command) throws IOException, InterruptedException {
        ProgramProcess asking = program(command, run().toString());
        assertThat(asking.await()).as(asking.output()).isZero();
        assertThat(run().resolve("wish.json")).doesNotExist();
        return asking.output();
    }

    private RunState state() {
        return RunFolder.open(run()).summary().state();
    }

    @Test
    void pausesResumesSavesAndStopsTheSearchOfAnotherProcess() throws IOException, InterruptedException {
        begin("5000");

        assertThat(ask("pause")).contains("paused and saved", "isdarts resume " + run());
        assertThat(state()).isEqualTo(RunState.PAUSED);
        assertThat(ask("pause")).contains("paused and saved");
        assertThat(ask("checkpoint")).contains("paused and saved");

        assertThat(ask("resume")).contains("the search continues");
        assertThat(state()).isEqualTo(RunState.RUNNING);
        long before = checkpoints();
        assertThat(ask("checkpoint")).contains("saved");
        assertThat(checkpoints()).isGreaterThan(before);

        assertThat(ask("stop")).contains("stopped and saved", "isdarts search --resume --run-dir " + run());
        assertThat(search.await()).isZero();
        assertThat(search.output()).contains("stopped and saved");
        assertThat(state()).isEqualTo(RunState.STOPPED);
    }

    private long checkpoints() {
        return RunFolder.open(run()).events().stream()
                .filter(RunEvent.CheckpointWritten.class::isInstance)
                .count();
    }

    @Test
    void stopsAPausedSearch() throws IOException, InterruptedException {
        begin("5000");
        ask("pause");

        assertThat(ask("stop")).contains("stopped and saved");

        assertThat(search.await()).isZero();
    }

    @Test
    void endsWithTheSameBytesAsOneLeftAlone() throws IOException, InterruptedException {
        Path alone = folder.resolve("alone");
        List<String> arguments = new ArrayList<>(List.of("search", "--run-dir", alone.toString()));
        arguments.addAll(options("20"));
        ProgramProcess undisturbed = program(arguments.toArray(String[]::new));
        assertThat(undisturbed.await()).isZero();
        begin("20");
        ask("pause");
        ask("resume");

        assertThat(search.await()).as(search.output()).isZero();

        assertThat(run().resolve("genotype.json")).hasSameBinaryContentAs(alone.resolve("genotype.json"));
        assertThat(KilledSearchTest.lastState(run())).isEqualTo(KilledSearchTest.lastState(alone));
    }

    @Test
    void forgetsWhatWasWishedOfAProcessThatIsGone() throws IOException, InterruptedException {
        begin("5000");
        search.kill();
        Wish.ask(RunFolder.open(run()), Wish.Kind.STOP);

        search = program("search", "--resume", "--run-dir", run().toString());
        search.awaitOutput("resumed in epoch");
        search.awaitOutput("epoch 3/");

        assertThat(ask("stop")).contains("stopped and saved");
    }
}
