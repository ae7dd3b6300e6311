package org.isdarts.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.isdarts.event.RunEvent;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.run.BackgroundSearch;
import org.isdarts.run.EventText;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchConfig;
import org.isdarts.serve.RunServer;
import org.isdarts.serve.RunsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Following real runs through real sockets. */
@Timeout(300)
class RemoteRunTest {
    @TempDir
    private Path runs;

    private final List<RunEvent> told = new CopyOnWriteArrayList<>();
    private RunServer server;
    private BackgroundSearch search;

    @BeforeEach
    void serve() throws IOException {
        server = serve(0, "");
    }

    @AfterEach
    void end() throws InterruptedException {
        server.close();
        if (search != null) {
            search.end();
        }
    }

    @Test
    void tellsAFinishedRunFromTheFirstEventToTheLast() throws Exception {
        RealRuns.copyTo(runs);
        follow(port(), "iim-7").ended().toCompletableFuture().get();
        assertToldAll(RunFolder.open(runs.resolve("iim-7")));
    }

    @Test
    void followsASearchToItsEnd() throws Exception {
        begin(TinySearch.config());
        RemoteRun remote = follow(port(), "live");
        await(() -> !told.isEmpty());
        assertThat(remote.isAlive()).isTrue();
        remote.ended().toCompletableFuture().get();
        assertThat(told.get(told.size() - 1)).isInstanceOf(RunEvent.Finished.class);
        assertToldAll(search.run());
    }

    @Test
    void goesOnWhereItWasWhenTheServerComesBack() throws Exception {
        begin(TinySearch.endless());
        int port = port();
        RemoteRun remote = follow(port, "live");
        await(() -> epochs() >= 2);
        server.close();
        await(() -> remote.trouble().startsWith("connection lost, trying again"));
        int missed = epochs();
        await(() -> search.run().summary().epoch() > missed + 2);
        server = serve(port, "");
        await(() -> epochs() > missed + 2);
        await(() -> remote.trouble().isEmpty());
        search.end();
        remote.ended().toCompletableFuture().get();
        assertToldAll(search.run());
    }

    @Test
    void losesNothingWhereConnectionsAreCutWithinALine() throws Exception {
        RealRuns.copyTo(runs);
        try (CuttingProxy proxy = new CuttingProxy(port(), 5_000, 2)) {
            follow(proxy.port(), "fisher-7").ended().toCompletableFuture().get();
            assertThat(proxy.cuts()).isEqualTo(2);
        }
        assertToldAll(RunFolder.open(runs.resolve("fisher-7")));
    }

    @Test
    void saysThatTheLogWasReplacedByAShorterOne() throws Exception {
        begin(TinySearch.endless());
        RemoteRun remote = follow(port(), "live");
        await(() -> epochs() >= 1);
        search.control().pause();
        await(() -> told.get(told.size() - 1) instanceof RunEvent.Paused);
        try (FileChannel log =
                FileChannel.open(runs.resolve("live").resolve(RunFolder.EVENTS), StandardOpenOption.WRITE)) {
            log.truncate(100);
        }
        remote.ended().toCompletableFuture().get();
        // Either the client finds less than it has read, or the server finds less than the run's summary tells of.
        assertThat(remote.trouble())
                .containsAnyOf("replaced by a shorter one", "is not whole")
                .doesNotContain("\n");
        assertThat(remote.isAlive()).isFalse();
    }

    @Test
    void triesNoLongerWhereTheServerComesBackWithAnotherToken() throws Exception {
        begin(TinySearch.endless());
        int port = port();
        RemoteRun remote = follow(port, "live");
        await(() -> epochs() >= 1);
        server.close();
        server = serve(port, "new");
        remote.ended().toCompletableFuture().get();
        assertThat(remote.trouble()).contains("demands a token");
    }

    @Test
    void followsACopyThatIsBroughtUpToDateLater() throws Exception {
        Path from = runs.resolve("from");
        RealRuns.copyTo(Files.createDirectory(from));
        Path whole = from.resolve("fisher-7");
        Path copy = Files.createDirectory(runs.resolve("copy"));
        Files.writeString(
                copy.resolve(RunFolder.MANIFEST),
                Files.readString(whole.resolve(RunFolder.MANIFEST))
                        .replaceFirst("\"host\" : \"[^\"]*\"", "\"host\" : \"gpu-server\""));
        byte[] log = Files.readAllBytes(whole.resolve(RunFolder.EVENTS));
        Files.write(copy.resolve(RunFolder.EVENTS), Arrays.copyOf(log, log.length / 2));
        Files.setLastModifiedTime(copy.resolve(RunFolder.EVENTS), FileTime.fromMillis(1_000_000));
        StoredRun stored = new StoredRun(RunFolder.open(copy));
        stored.start(told::add);
        await(() -> stored.trouble().startsWith("gpu-server"));
        Files.write(copy.resolve(RunFolder.EVENTS), log);
        Files.copy(whole.resolve(RunFolder.SUMMARY), copy.resolve(RunFolder.SUMMARY));
        stored.ended().toCompletableFuture().get();
        assertToldAll(RunFolder.open(whole));
    }

    private void begin(SearchConfig config) throws InterruptedException {
        search = BackgroundSearch.begin(runs.resolve("live"), config);
    }

    private int port() {
        return server.port();
    }

    private RunServer serve(int port, String token) throws IOException {
        return RunServer.start(
                runs,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                Optional.of(token).filter(demanded -> !demanded.isEmpty()));
    }

    private RemoteRun follow(int port, String name) throws IOException {
        RunsClient client = new RunsClient(URI.create("http://127.0.0.1:" + port), "");
        RunsClient direct = new RunsClient(URI.create("http://127.0.0.1:" + port()), "");
        RemoteRun remote = new RemoteRun(client, direct.run(name));
        remote.start(told::add);
        return remote;
    }

    private int epochs() {
        return (int) told.stream().filter(EpochFinished.class::isInstance).count();
    }

    private void assertToldAll(RunFolder run) {
        assertThat(EventText.of(told)).isEqualTo(EventText.of(run.events()));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(patience);
            Thread.sleep(20);
        }
    }
}
