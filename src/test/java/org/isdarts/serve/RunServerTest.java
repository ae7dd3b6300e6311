package org.isdarts.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server tells over real sockets of real runs, and what it does not. */
class RunServerTest {
    private static final String SECRET = "not for anyone";
    private static final String TOKEN = "a-token";

    @TempDir
    static Path folder;

    private static Path runs;
    private static RunServer server;
    private static RunServer guarded;

    @BeforeAll
    static void serve() throws IOException {
        runs = Files.createDirectory(folder.resolve("runs"));
        RealRuns.copyTo(runs);
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.copy(runs.resolve("fisher-8/manifest.json"), outside.resolve("manifest.json"));
        Files.writeString(outside.resolve("genotype.json"), SECRET);
        Files.writeString(folder.resolve("genotype.json"), SECRET);
        Files.copy(runs.resolve("fisher-8/manifest.json"), folder.resolve("manifest.json"));
        Files.writeString(runs.resolve("genotype.json"), SECRET);
        Files.createSymbolicLink(runs.resolve("linked"), outside);
        Path half = Files.createDirectory(runs.resolve("half-linked"));
        Files.copy(runs.resolve("fisher-8/manifest.json"), half.resolve("manifest.json"));
        Files.createSymbolicLink(half.resolve("genotype.json"), outside.resolve("genotype.json"));
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = RunServer.start(runs, anyPort, Optional.empty());
        guarded = RunServer.start(runs, anyPort, Optional.of(TOKEN));
    }

    @AfterAll
    static void end() {
        server.close();
        guarded.close();
    }

    @Test
    void listsTheRunsOfItsFolderAndNoneBehindALinkLeadingOut() throws IOException {
        assertThat(client(server, "").list())
                .extracting(OfferedRun::name)
                .containsExactlyInAnyOrder("fisher-7", "fisher-8", "iim-7");
    }

    @Test
    void saysOfARunHowFarItIs() throws IOException {
        OfferedRun run = client(server, "").run("iim-7");
        assertThat(run.state()).isEqualTo("finished");
        assertThat(run.epoch()).isEqualTo(run.epochs());
    }

    @Test
    void tellsWhereARunStands() throws IOException {
        assertThat(client(server, "").summary("fisher-7").state()).isEqualTo(RunState.FINISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "genotype.json", "events.jsonl"})
    void givesTheFilesOfARunAsTheyAre(String file) throws IOException {
        assertThat(ask("GET /fisher-7/" + file, "")).endsWith(Files.readString(runs.resolve("fisher-7/" + file)));
    }

    @Test
    void givesTheLogFromAByteOn() throws IOException {
        byte[] log = Files.readAllBytes(runs.resolve("fisher-7/events.jsonl"));
        assertThat(client(server, "").log("fisher-7", 1_000, Integer.MAX_VALUE))
                .isEqualTo(Arrays.copyOfRange(log, 1_000, log.length));
    }

    @Test
    void givesNoMoreOfTheLogThanIsAskedFor() throws IOException {
        byte[] log = Files.readAllBytes(runs.resolve("fisher-7/events.jsonl"));
        assertThat(client(server, "").log("fisher-7", 10, 20)).isEqualTo(Arrays.copyOfRange(log, 10, 30));
    }

    @Test
    void hasNothingBehindTheEndOfTheLog() throws IOException {
        long size = Files.size(runs.resolve("fisher-7/events.jsonl"));
        assertThat(client(server, "").log("fisher-7", size, 100)).isEmpty();
    }

    @Test
    void aLogShorterThanWhatWasReadWasReplaced() throws IOException {
        long size = Files.size(runs.resolve("fisher-7/events.jsonl"));
        assertThatThrownBy(() -> client(server, "").log("fisher-7", size + 1, 100))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("replaced by a shorter one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../genotype.json",
                "/%2e%2e/genotype.json",
                "/./genotype.json",
                "/%2e/genotype.json",
                "/fisher-7/../../genotype.json",
                "/fisher-7/%2e%2e%2f%2e%2e%2fgenotype.json",
                "/fisher-7%2f..%2f../genotype.json",
                "/fisher-7/..%5c..%5cgenotype.json",
                "//genotype.json",
                "/%2foutside/genotype.json",
                "/..%2foutside/genotype.json",
                "/%00/genotype.json",
                "/linked/genotype.json",
                "/half-linked/genotype.json",
                "/genotype.json"
            })
    void refusesWhatIsNotInARunFolder(String path) throws IOException {
        assertThat(ask("GET " + path, "")).doesNotContain(SECRET).doesNotContain(" 200 ");
    }

    @Test
    void refusesAnAbsolutePath() throws IOException {
        String outside = folder.resolve("outside").toRealPath().toString().replace("/", "%2f");
        assertThat(ask("GET /" + outside + "/genotype.json", ""))
                .doesNotContain(SECRET)
                .contains(" 404 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "checkpoint-0005-000005.zip", "summary.json.part", "search.log"})
    void offersNoOtherFileOfARun(String file) throws IOException {
        Files.writeString(runs.resolve("fisher-8").resolve(file), SECRET);
        assertThat(ask("GET /fisher-8/" + file, "")).doesNotContain(SECRET).contains(" 404 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD"})
    void onlyReads(String method) throws IOException {
        assertThat(ask(method + " /fisher-7/labels.json", "")).contains(" 405 ");
    }

    @Test
    void withoutATokenAnswersOnlyToItsOwnNames() throws IOException {
        assertThat(request(server, "GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"))
                .contains(" 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Authorization: Bearer another\r\n", "Authorization: a-token\r\n"})
    void demandsItsToken(String header) throws IOException {
        assertThat(ask(guarded, "GET /fisher-7/genotype.json", header)).contains(" 401 ");
    }

    @Test
    void answersWhoKnowsTheToken() throws IOException {
        assertThat(client(guarded, TOKEN).list()).hasSize(3);
    }

    @Test
    void aClientSaysThatATokenIsDemanded() {
        assertThatThrownBy(() -> client(guarded, "").list())
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("demands a token");
    }

    private static RunsClient client(RunServer asked, String token) {
        return new RunsClient(URI.create("http://127.0.0.1:" + asked.port()), token);
    }

    private static String ask(String request, String header) throws IOException {
        return ask(server, request, header);
    }

    /** Asks by bytes of its own, as no well-behaved client would. */
    private static String ask(RunServer asked, String request, String header) throws IOException {
        return request(asked, request + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header + "Connection: close\r\n\r\n");
    }

    private static String request(RunServer asked, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), asked.port())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
