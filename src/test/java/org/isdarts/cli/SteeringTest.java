package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isdarts.run.BackgroundSearch;
import org.isdarts.run.RealRuns;
import org.isdarts.run.TinySearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands that steer a search say where there is nothing to steer. */
class SteeringTest {
    @TempDir
    private Path folder;

    private Path run() {
        return folder.resolve("run");
    }

    private void assertRefused(String command, int code, String... parts) {
        Told told = Told.by(command, run().toString(), "--wait", "1");
        assertThat(told.exit()).isEqualTo(code);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).singleElement().asString().contains(parts);
        assertThat(run().resolve("wish.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "stop", "checkpoint"})
    void sayHowASearchThatWasStoppedGoesOn(String command) {
        RealRuns.stopped(run());

        assertRefused(
                command,
                2,
                "cannot " + command,
                "no process is running it (it is stopped)",
                "isdarts search --resume --run-dir " + run());
    }

    @Test
    void offersNothingForAFinishedSearch() {
        RealRuns.finished(run(), TinySearch.config());

        assertThat(Told.by("resume", run().toString()).err())
                .containsExactly("isdarts: cannot resume " + run() + ": no process is running it (it is finished)");
    }

    @Test
    void namesTheMachineThatSearches() throws IOException {
        RealRuns.stopped(run());
        Path manifest = run().resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replaceFirst("(?s)\"host\" : \"[^\"]*\"", "\"host\" : \"attic\""));
        Path summary = run().resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replace("\"stopped\"", "\"running\""));

        assertRefused("pause", 2, "its search runs on attic; steer it there");
    }

    @Test
    void saysThatASearchThatEndsMeanwhileWasNotPaused() throws InterruptedException {
        BackgroundSearch search = BackgroundSearch.begin(run(), TinySearch.endless());
        search.control().stop();
        Told told = Told.by("pause", run().toString());
        search.end();

        assertThat(told.exit()).isNotZero();
        assertThat(told.err()).singleElement().asString().contains("stopped", "search --resume");
    }
}
