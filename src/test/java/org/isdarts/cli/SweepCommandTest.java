package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.isdarts.run.ProgramProcess;
import org.isdarts.run.TinySearch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    @TempDir
    private static Path folder;

    private static Path sweep;
    private static Told begun;

    @BeforeAll
    static void search() {
        sweep = folder.resolve("sweep");
        begun = Told.by(with("--seeds", "7..8", "--sweep-dir", sweep.toString(), "--at-once", "2"));
    }

    /** The smallest search's options, but for the seed. */
    private static String[] with(String... more) {
        List<String> arguments = new ArrayList<>(List.of("sweep"));
        List<String> tiny = new ArrayList<>(TinySearch.options());
        int seed = tiny.indexOf("--seed");
        tiny.subList(seed, seed + 2).clear();
        arguments.addAll(tiny);
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static String dir() {
        return sweep.toString();
    }

    @Test
    void aSweepTellsWhatBecomesOfItsRuns() {
        assertThat(begun.exit()).isZero();
        assertThat(begun.out())
                .contains(
                        "began     00000-synthetic-tiny-is-darts-seed7",
                        "began     00001-synthetic-tiny-is-darts-seed8")
                .anyMatch(line -> line.startsWith("finished  00001-synthetic-tiny-is-darts-seed8  |"));
    }

    @Test
    void itsStatusCountsTheRuns() {
        assertThat(Told.by("sweep", "status", dir()).lastLine()).isEqualTo("2 finished");
    }

    @Test
    void itsTableHasMeanAndDeviationOverTheSeeds() {
        assertThat(Told.by("sweep", "table", dir()).out())
                .anyMatch(line -> line.contains("n = 2") && line.contains("±"));
    }

    @Test
    void everyEpochOfEveryRunIsARowOfItsEpochs() throws IOException {
        Path file = folder.resolve("epochs.csv");
        Told.by("sweep", "table", dir(), "--epochs", file.toString());
        int epochs = TinySearch.config().epochs();
        assertThat(Files.readAllLines(file))
                .hasSize(1 + 2 * epochs)
                .element(epochs)
                .asString()
                .startsWith("00000-synthetic-tiny-is-darts-seed7,search," + epochs + ",");
    }

    @Test
    void aSweepThatIsDoneHasNothingToResume() {
        assertThat(Told.by("sweep", "resume", dir()).out()).noneMatch(line -> line.startsWith("began"));
    }

    @Test
    void everyExportedCommandDoesItsRun() throws IOException {
        Path file = folder.resolve("commands.txt");
        Told.by("sweep", "export", dir(), "--commands", file.toString());
        List<String> commands = Files.readAllLines(file);
        assertThat(commands).hasSize(2);
        String[] words = commands.get(1).split(" ");
        Told run = Told.by(Arrays.copyOfRange(words, 1, words.length));
        assertThat(run.exit()).isZero();
    }

    @Test
    void aDryRunListsTheRunsAndBeginsNone() {
        Told dry = Told.by(with("--seeds", "0..2", "--importance", "fisher,iim", "--dry-run"));
        assertThat(dry.out())
                .hasSize(8)
                .element(1)
                .asString()
                .contains(" s ")
                .endsWith("00000-synthetic-tiny-is-darts-seed0");
        assertThat(dry.err())
                .as("one trial for each importance")
                .containsOnly("isdarts: measuring the first batches of is-darts, tiny")
                .hasSize(2);
        assertThat(dry.out().get(0)).matches(" *time +memory +run");
        assertThat(dry.lastLine()).startsWith("6 runs, ").contains(" at the same time: about ");
    }

    @Test
    void aPlanThatFitsNoBudgetIsRefused() {
        Told sized = Told.by(with("--seeds", "0..2", "--budget", "0.1s", "--dry-run"));
        assertThat(sized.err())
                .anyMatch(line -> line.startsWith("isdarts: even its smallest size takes longer than 0.1 s"));
    }

    @Test
    void aBudgetThatIsNoTimeIsRefused() {
        assertThat(Told.by(with("--budget", "soon")).err())
                .contains("isdarts: --budget: 'soon' is not a time; give one such as 2h or 90min");
    }

    @Test
    void aSweepNeedsAFolder() {
        Told told = Told.by(with("--seeds", "0..2"));
        assertThat(told.exit()).isEqualTo(CommandLineTool.MISTAKE);
        assertThat(told.err())
                .containsExactly(
                        "isdarts: a sweep needs a folder; give one as --sweep-dir, or --dry-run to list its runs");
    }

    @Test
    void aClusterWithoutSparkIsRefusedBeforeAnythingIsWritten() {
        Path path = folder.resolve("cluster");
        Told told =
                Told.by(with("--seeds", "0..2", "--sweep-dir", path.toString(), "--master", "spark://127.0.0.1:7077"));
        assertThat(told.err())
                .containsExactly("isdarts: --master needs Spark, which is not part of this installation; start with"
                        + " packaging/isdarts --spark, or submit isdarts-spark.jar with spark-submit");
        assertThat(path).doesNotExist();
    }

    @Test
    void aSweepOnThisMachineLoadsNothingOfSpark() throws Exception {
        Path output = folder.resolve("classes");
        ProgramProcess process = ProgramProcess.start(
                output, List.of("-Xlog:class+load"), "org.isdarts.app.Main", List.of("sweep", "resume", dir()));
        assertThat(process.await()).isZero();
        assertThat(process.output())
                .contains("org.isdarts.sweep.LocalSweep")
                .doesNotContain("org.apache.spark", "scala.");
    }

    @Test
    void aFolderWithoutSweepIsRefused() {
        assertThat(Told.by("sweep", "status", folder.toString()).err())
                .containsExactly("isdarts: " + folder + " holds no sweep; give the folder of a sweep");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTaskOfSlurmDoesTheRunOfItsIndex() throws Exception {
        assertThat(slurm("echo \"$@\"", "1000")).isEqualTo("sweep run " + dir() + " 1001\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTaskThatSlurmEndsIsQueuedAgain() throws Exception {
        assertThat(slurm("kill -TERM $$", "0")).isEqualTo("requeue 42_1\n");
    }

    /** What the exported script prints where {@code isdarts} does that; {@code scontrol} says what it was asked. */
    private static String slurm(String isdarts, String offset) throws Exception {
        Path place = Files.createTempDirectory(folder, "slurm");
        Path script = place.resolve("sweep.slurm");
        Told.by("sweep", "export", dir(), "--slurm", script.toString());
        program(place.resolve("isdarts"), isdarts);
        program(place.resolve("scontrol"), "echo \"$@\"");
        ProcessBuilder task = new ProcessBuilder("bash", script.toString(), offset);
        Map<String, String> environment = task.environment();
        environment.put("PATH", place + ":" + environment.get("PATH"));
        environment.put("SLURM_ARRAY_JOB_ID", "42");
        environment.put("SLURM_ARRAY_TASK_ID", "1");
        Process process = task.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed;
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
