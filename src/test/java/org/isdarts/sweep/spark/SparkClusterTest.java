package org.isdarts.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.isdarts.event.RunEvent;
import org.isdarts.run.ProgramProcess;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.TensorsOfRun;
import org.isdarts.run.TinySearch;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps on a real cluster, of which parts are killed or stand still: every run ends as a quiet one does. */
@Tag("cluster")
class SparkClusterTest {
    private static final int PATIENCE_SECONDS = 120;
    private static final String MAIN = "org.isdarts.app.Main";

    @TempDir
    private static Path folder;

    private static SparkCluster cluster;
    private static SweepFolder quiet;

    private Path path;
    private ProgramProcess driver;
    private long executor;

    @BeforeAll
    static void searchQuietly() throws Exception {
        Path path = folder.resolve("quiet");
        ProgramProcess alone = process(List.of(), begin(path));
        assertThat(alone.await()).as(alone.output()).isZero();
        quiet = SweepFolder.open(path);
        cluster = new SparkCluster(Files.createDirectory(folder.resolve("cluster")));
    }

    @AfterAll
    static void endCluster() {
        cluster.close();
    }

    @BeforeEach
    void beginOnTheCluster() throws Exception {
        path = Files.createTempDirectory(folder, "sweep").resolve("sweep");
        List<String> options = List.of(
                "-Dspark.network.timeout=15s",
                "-Dspark.network.timeoutInterval=3s",
                "-Dspark.executor.heartbeatInterval=2s");
        driver = process(options, begin(path, "--master", cluster.url()));
        awaitEpochs(2);
        executor = claimants().get(0);
    }

    @AfterEach
    void endDriver() throws InterruptedException {
        driver.kill();
        ProcessHandle.of(executor).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static List<String> begin(Path path, String... more) {
        List<String> arguments = new ArrayList<>(List.of("sweep", "--sweep-dir", path.toString()));
        arguments.addAll(TinySearch.options());
        arguments.set(arguments.indexOf("--seed") + 1, "7..8");
        arguments.set(arguments.indexOf("--epochs") + 1, "10");
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static ProgramProcess process(List<String> options, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(SparkCluster.driverOptions());
        all.addAll(options);
        return ProgramProcess.start(Files.createTempFile(folder, "output", ".txt"), all, MAIN, arguments);
    }

    private Path firstRun() {
        return path.resolve(SweepFolder.RUNS).resolve(quiet.run(0).name());
    }

    private void awaitEpochs(int epochs) throws Exception {
        await(() -> RunFolder.isRun(firstRun())
                && RunFolder.open(firstRun()).summary().epoch() >= epochs);
    }

    /** The processes that claimed the first run, in turn. */
    private List<Long> claimants() throws IOException {
        List<Long> processes = new ArrayList<>();
        for (int number = 1; Files.exists(claim(number)); number++) {
            processes.add(new ObjectMapper()
                    .readTree(claim(number).toFile())
                    .get("process")
                    .asLong());
        }
        return processes;
    }

    private Path claim(int number) {
        return firstRun().resolve("claims").resolve(Integer.toString(number));
    }

    /** Something that becomes true. */
    private interface Hope {
        boolean isTrue() throws Exception;
    }

    private void await(Hope hope) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!hope.isTrue()) {
            assertThat(System.nanoTime() < end && driver.isAlive())
                    .as(driver.output())
                    .isTrue();
            Thread.sleep(100);
        }
    }

    private void signal(long process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
    }

    private void assertThatAllEndLikeQuietOnes() throws Exception {
        SweepFolder sweep = SweepFolder.open(path);
        for (SweepRun run : sweep.runs()) {
            RunFolder ended = RunFolder.open(sweep.folderOf(run));
            assertThat(ended.summary().state()).as(driver.output()).isEqualTo(RunState.FINISHED);
            assertThat(ended.events())
                    .filteredOn(RunEvent.Finished.class::isInstance)
                    .hasSize(1);
            Map<String, Integer> tensors = TensorsOfRun.newest(sweep.folderOf(run));
            assertThat(tensors).isNotEmpty().isEqualTo(TensorsOfRun.newest(quiet.folderOf(quiet.run(run.index()))));
        }
    }

    @Test
    void aRunContinuesOnAnotherExecutorWhenItsOwnIsKilled() throws Exception {
        signal(executor, "KILL");
        assertThat(driver.await()).as(driver.output()).isZero();
        assertThat(driver.output()).contains("lost      " + quiet.run(0).name());
        assertThat(claimants()).hasSize(2);
        assertThatAllEndLikeQuietOnes();
    }

    @Test
    void aRunContinuesOnAnotherWorkerWhenItsOwnIsKilled() throws Exception {
        ProcessHandle worker =
                ProcessHandle.of(executor).flatMap(ProcessHandle::parent).orElseThrow();
        signal(worker.pid(), "KILL");
        cluster.addWorker();
        assertThat(driver.await()).as(driver.output()).isZero();
        assertThat(claimants()).hasSize(2);
        assertThatAllEndLikeQuietOnes();
    }

    @Test
    void anExecutorThatWakesUpAfterItsRunWasGivenAwayHarmsNothing() throws Exception {
        signal(executor, "STOP");
        await(() -> claimants().size() == 2);
        signal(executor, "CONT");
        assertThat(driver.await()).as(driver.output()).isZero();
        assertThatAllEndLikeQuietOnes();
    }

    /** As Ctrl-C does in the driver's terminal. */
    @Test
    void anInterruptedDriverHasTheExecutorsSaveTheirRuns() throws Exception {
        driver.signal("INT");
        driver.await();
        RunFolder run = RunFolder.open(firstRun());
        assertThat(run.summary().state()).as(driver.output()).isEqualTo(RunState.STOPPED);
        assertThat(run.newestCheckpoint().epoch()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aSweepWhoseDriverIsKilledEndsOnThisMachine() throws Exception {
        driver.kill();
        ProcessHandle.of(executor).ifPresent(ended -> ended.onExit().join());
        driver = process(List.of(), List.of("sweep", "resume", path.toString()));
        assertThat(driver.await()).as(driver.output()).isZero();
        assertThatAllEndLikeQuietOnes();
    }
}
