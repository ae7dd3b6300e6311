package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.isdarts.run.RealRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell hands over as the output of a command, and pipes where a file should be. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class PipesTest {
    private static final String GENOTYPE =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";

    @TempDir
    private Path folder;

    @Test
    void aGenotypeIsReadFromAPipe() throws IOException, InterruptedException {
        Path pipe = pipe(folder.resolve("genotype"));
        CompletableFuture<Void> writer = written(pipe, GENOTYPE);

        assertThat(Told.by("show", pipe.toString()).lastLine()).isEqualTo(GENOTYPE);
        writer.join();
    }

    @Test
    void aBenchmarkTableIsReadFromAPipe() throws IOException, InterruptedException {
        Path pipe = pipe(folder.resolve("table.csv"));
        CompletableFuture<Void> writer = written(pipe, "architecture,accuracy\n" + GENOTYPE + ",93.5\n");

        Told told = Told.by(
                "search",
                "--preset",
                "tiny",
                "--benchmark-table",
                pipe.toString(),
                "--data",
                "missing",
                "--run-dir",
                folder.resolve("run").toString());

        assertThat(told.err()).first().asString().contains("holds 1 of 15,625 architectures");
        writer.join();
    }

    @Test
    void imagesAreNotReadFromAPipe() throws IOException, InterruptedException {
        Path pipe = pipe(folder.resolve("images"));

        Told told = Told.by(
                "search",
                "--preset",
                "tiny",
                "--data",
                pipe.toString(),
                "--run-dir",
                folder.resolve("run").toString());

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err())
                .containsExactly(
                        "isdarts: " + pipe + " is a pipe or a device; give a folder or an archive that is a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary.json", "events.jsonl", "labels.json", "lock", "wish.json"})
    void aPipeInARunHidesNoOtherRun(String file) throws IOException, InterruptedException {
        RealRuns.copyTo(folder);
        Path replaced = folder.resolve("fisher-7").resolve(file);
        Files.deleteIfExists(replaced);
        pipe(replaced);

        Told told = Told.by("runs", folder.toString());

        assertThat(told.out()).anyMatch(line -> line.startsWith("fisher-8"));
        assertThat(told.err()).singleElement().asString().contains(file + " is a pipe or a device");
    }

    private static Path pipe(Path path) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        return path;
    }

    private static CompletableFuture<Void> written(Path pipe, String text) {
        return CompletableFuture.runAsync(() -> {
            try {
                Files.writeString(pipe, text);
            } catch (IOException closed) {
                throw new IllegalStateException(closed);
            }
        });
    }
}
