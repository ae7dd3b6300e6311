package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.isdarts.event.RunEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed. */
class KilledSearchTest {
    @TempDir
    private static Path folder;

    private static Path undisturbed;

    @BeforeAll
    static void searchUndisturbed() throws IOException, InterruptedException {
        undisturbed = folder.resolve("undisturbed");
        ProgramProcess process = search(undisturbed, List.of());
        assertThat(process.await()).as(process.output()).isZero();
    }

    private static ProgramProcess search(Path run, List<String> more) throws IOException {
        return search(run, TinySearch.options(), more);
    }

    private static ProgramProcess search(Path run, List<String> options, List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("search", "--run-dir", run.toString()));
        arguments.addAll(options);
        arguments.addAll(more);
        return ProgramProcess.start(Files.createTempFile(folder, "output", ".txt"), arguments);
    }

    /** Every tensor's bytes and the masks of the last checkpoint. */
    static Map<String, String> lastState(Path run) throws IOException {
        Map<String, String> state = new TreeMap<>();
        Path file = CheckpointFile.newestFirst(run).get(0);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".npy")) {
                    state.put(entry.getName(), new String(bytes, StandardCharsets.ISO_8859_1));
                }
            }
        }
        state.put("masks", CheckpointFile.read(file).masks().toString());
        return state;
    }

    private static void assertEndedAsUndisturbed(Path run) throws IOException {
        assertEndedAs(undisturbed, run);
    }

    private static void assertEndedAs(Path other, Path run) throws IOException {
        assertThat(lastState(run)).isEqualTo(lastState(other));
        assertThat(run.resolve("genotype.json")).hasSameBinaryContentAs(other.resolve("genotype.json"));
    }

    @Test
    void endsWithTheSameBytesWhenKilledAtRandomMomentsAndResumed() throws IOException, InterruptedException {
        Path run = folder.resolve("killed");
        SplittableRandom random = new SplittableRandom(1);
        ProgramProcess process = search(run, List.of());
        for (int kill = 1; kill <= 3; kill++) {
            process.awaitOutput(kill == 1 ? "nas-bench-201," : "resumed in epoch");
            Thread.sleep(random.nextInt(200, 1_500));
            process.kill();
            process = search(run, List.of("--resume"));
        }
        assertThat(process.await()).as(process.output()).isZero();

        assertEndedAsUndisturbed(run);
    }

    @Test
    void endsWithTheSameBytesWhenInterruptedWithinAnEpochAndResumed() throws IOException, InterruptedException {
        Path run = folder.resolve("interrupted");
        ProgramProcess process = search(run, List.of());
        process.awaitOutput("epoch 1/5");
        process.terminate();
        assertThat(process.output())
                .contains("stopped and saved; resume with: isdarts search --resume --run-dir " + run);
        ProgramProcess resumed = search(run, List.of("--resume"));
        assertThat(resumed.await()).as(resumed.output()).isZero();

        assertEndedAsUndisturbed(run);
    }

    @Test
    void refusesASecondProcessOnTheSameRun() throws IOException, InterruptedException {
        Path run = folder.resolve("two");
        ProgramProcess first = search(run, List.of());
        first.awaitOutput("nas-bench-201,");
        // A search this small may end before the second process has begun.
        first.signal("STOP");

        ProgramProcess second = search(run, List.of("--resume"));
        assertThat(second.await()).isEqualTo(2);
        first.signal("CONT");
        assertThat(second.output().lines().toList())
                .singleElement()
                .asString()
                .contains("another process is searching in " + run);

        assertThat(first.await()).as(first.output()).isZero();
        assertEndedAsUndisturbed(run);
    }

    @Test
    void refusesASecondProcessOnARunThatWasKilledAndGoesOn() throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(TinySearch.options());
        options.set(options.indexOf("--epochs") + 1, "200");
        Path run = folder.resolve("resumed");
        ProgramProcess killed = search(run, options, List.of());
        killed.awaitOutput("epoch 1/200");
        killed.kill();
        ProgramProcess resumed = search(run, options, List.of("--resume"));
        resumed.awaitOutput("resumed in epoch");

        assertThat(RunFolder.open(run).summary().state()).isEqualTo(RunState.RUNNING);
        assertThat(search(run, options, List.of("--resume")).await()).isEqualTo(2);
        resumed.kill();
    }

    @Test
    void endsWithTheSameBytesOnTwoThreadsOfTheOtherKernels() throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(TinySearch.options());
        options.set(options.indexOf("--kernels") + 1, "onednn");
        options.set(options.indexOf("--threads") + 1, "2");
        Path alone = folder.resolve("alone");
        ProgramProcess process = search(alone, options, List.of());
        assertThat(process.await()).as(process.output()).isZero();

        Path run = folder.resolve("killed-onednn");
        ProgramProcess killed = search(run, options, List.of());
        killed.awaitOutput("shrink step 1");
        killed.kill();
        ProgramProcess resumed = search(run, options, List.of("--resume"));
        assertThat(resumed.await()).as(resumed.output()).isZero();

        assertEndedAs(alone, run);
    }

    @Test
    void isListedAsInterruptedOnceItsProcessIsGone() throws IOException, InterruptedException {
        Path run = folder.resolve("gone");
        ProgramProcess process = search(run, List.of());
        process.awaitOutput("nas-bench-201,");
        assertThat(RunFolder.open(run).summary().state()).isEqualTo(RunState.RUNNING);
        process.kill();

        assertThat(RunFolder.open(run).summary().state()).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void fallsBackToTheCheckpointBeforeATruncatedOne() throws IOException, InterruptedException {
        Path run = folder.resolve("truncated");
        ProgramProcess process = search(run, List.of());
        process.awaitOutput("epoch 2/5");
        process.kill();
        List<Path> checkpoints = CheckpointFile.newestFirst(run);
        byte[] newest = Files.readAllBytes(checkpoints.get(0));
        Files.write(checkpoints.get(0), Arrays.copyOf(newest, newest.length / 2));

        ProgramProcess resumed = search(run, List.of("--resume"));
        assertThat(resumed.await()).as(resumed.output()).isZero();
        assertThat(resumed.output()).contains("is damaged and was set aside");
        assertThat(RunFolder.open(run).events())
                .filteredOn(RunEvent.Warning.class::isInstance)
                .extracting(event -> ((RunEvent.Warning) event).kind())
                .contains(RunEvent.WarningKind.DAMAGED_CHECKPOINT);
        assertEndedAsUndisturbed(run);
    }
}
