package org.isdarts.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isdarts.run.BackgroundSearch;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.TinySearch;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.TinySweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of three seeds, of which the first is finished and the others have not begun. */
class ServedSweepTest {
    @TempDir
    private Path folder;

    private SweepFolder sweep;
    private RunServer server;

    @BeforeEach
    void serve() throws IOException {
        sweep = TinySweep.create(folder.resolve("sweep"));
        RealRuns.copyTo("fisher-7", sweep.folderOf(sweep.run(0)));
        server = start(sweep.path());
    }

    @AfterEach
    void end() {
        server.close();
    }

    private static RunServer start(Path offered) throws IOException {
        return RunServer.start(offered, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty());
    }

    private static RunsClient client(RunServer asked) {
        return new RunsClient(URI.create("http://127.0.0.1:" + asked.port()), "");
    }

    /** What a copy that has been brought up to date holds. */
    private SweepFolder copied() throws IOException {
        ServedSweep served = ServedSweep.copy(client(server), folder.resolve("copy"));
        served.update();
        return served.folder();
    }

    @Test
    void itsRunsStandWhereThoseOfTheServerDo() throws IOException {
        SweepFolder copy = copied();
        assertThat(copy.runs().stream().map(copy::stateOf))
                .containsExactly(Optional.of(RunState.FINISHED), Optional.empty(), Optional.empty());
    }

    @Test
    void itsRunsTellAllThatHappened() throws IOException {
        SweepFolder copy = copied();
        assertThat(RunFolder.open(copy.folderOf(copy.run(0))).logFile())
                .hasSameBinaryContentAs(
                        RunFolder.open(sweep.folderOf(sweep.run(0))).logFile());
    }

    @Test
    void aRunThatGoesOnThereGoesOnInTheCopy() throws IOException, InterruptedException {
        ServedSweep served = ServedSweep.copy(client(server), folder.resolve("copy"));
        BackgroundSearch search = BackgroundSearch.begin(sweep.folderOf(sweep.run(1)), TinySearch.endless());
        try {
            RunFolder run = followed(served, 1);
            int before = run.epochs().done();
            assertThat(run.summary().state()).isEqualTo(RunState.RUNNING);
            assertThat(followed(served, before + 1).epochs().done()).isGreaterThan(before);
        } finally {
            search.end();
        }
    }

    /** The copy of the second run, once it has so many epochs. */
    private RunFolder followed(ServedSweep served, int epochs) throws IOException, InterruptedException {
        Path run = served.folder().folderOf(served.folder().run(1));
        while (!RunFolder.isRun(run) || RunFolder.open(run).epochs().done() < epochs) {
            Thread.sleep(20);
            served.update();
        }
        return RunFolder.open(run);
    }

    @Test
    void tellsWhyARunFailedThatHasNoFolder() throws IOException {
        sweep.fail(sweep.run(2), "there are no images");
        SweepFolder copy = copied();
        assertThat(copy.failureOf(copy.run(2))).contains("there are no images");
    }

    @Test
    void itsRunsCannotBeResumedHere() throws IOException {
        SweepFolder copy = copied();
        assertThat(RunFolder.open(copy.folderOf(copy.run(0))).whyNotResumed().orElseThrow())
                .startsWith("this is a copy of http://127.0.0.1:" + server.port())
                .endsWith("; resume it there");
    }

    @Test
    void itTellsWhereItLies() throws IOException {
        assertThat(copied().origin()).contains("http://127.0.0.1:" + server.port());
        assertThat(sweep.origin()).isEmpty();
    }

    @Test
    void aFolderOfRunsOffersNoSweep() throws IOException {
        Path runs = Files.createDirectory(folder.resolve("runs"));
        RealRuns.copyTo("fisher-8", runs.resolve("fisher-8"));
        try (RunServer ordinary = start(runs)) {
            assertThat(client(ordinary).sweep()).isEmpty();
            assertThatThrownBy(() -> ServedSweep.copy(client(ordinary), folder.resolve("copy")))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("offers no sweep");
        }
    }

    @Test
    void theRunsOfASweepOfferNoSweepAsItsPlanLiesOutside() throws IOException {
        try (RunServer inner = start(sweep.path().resolve(SweepFolder.RUNS))) {
            assertThat(client(inner).sweep()).isEmpty();
        }
    }

    @Test
    void runsWhoseNamesLeadElsewhereAreRefused() throws IOException {
        Path plan = sweep.path().resolve(SweepFolder.FILE);
        Files.writeString(plan, Files.readString(plan).replace(sweep.run(2).name(), "../outside"));
        assertThatThrownBy(this::copied)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("whose runs cannot be folders");
    }

    @Test
    void aSweepOfANewerVersionIsRefused() throws IOException {
        Path plan = sweep.path().resolve(SweepFolder.FILE);
        Files.writeString(plan, Files.readString(plan).replaceFirst("\"schema\" : \\d+", "\"schema\" : 99"));
        assertThatThrownBy(this::copied)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("offers a sweep that this version cannot read");
    }
}
