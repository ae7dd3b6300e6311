package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isdarts.run.RealRuns;
import org.isdarts.serve.RunsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServeCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://[^ /]+:(\\d+)/");
    private static final Pattern TOKEN = Pattern.compile(", token ([^ ;]+);");

    @TempDir
    private Path runs;

    private final StringWriter out = new StringWriter();
    private Thread serving;

    @BeforeEach
    void search() {
        RealRuns.copyTo(runs);
    }

    @AfterEach
    void end() throws InterruptedException {
        if (serving != null) {
            serving.interrupt();
            serving.join();
        }
    }

    @Test
    void saysInOneLineWhereItOffersRuns() throws InterruptedException {
        String said = serve();
        assertThat(said.lines()).hasSize(1);
        assertThat(said)
                .startsWith("offers 3 runs of " + runs + " at http://127.0.0.1:")
                .doesNotContain("token");
    }

    @Test
    void offersThemThere() throws InterruptedException, IOException {
        String said = serve();
        assertThat(client(said, "").list()).hasSize(3);
    }

    @Test
    void makesUpATokenWhereOtherMachinesCanAsk() throws InterruptedException, IOException {
        String said = serve("--host", "0.0.0.0");
        Matcher token = TOKEN.matcher(said);
        assertThat(token.find()).as(said).isTrue();
        assertThat(client(said, token.group(1)).list()).hasSize(3);
    }

    @Test
    void demandsTheTokenItIsGiven() throws InterruptedException, IOException {
        String said = serve("--token", "mine");
        assertThat(client(said, "mine").list()).hasSize(3);
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Told told = Told.by("serve", runs.toString(), "--port", port);
            assertThat(told.exit()).isEqualTo(CommandLineTool.MISTAKE);
            assertThat(told.err()).singleElement().asString().contains("127.0.0.1:" + port, "another --port");
        }
    }

    @Test
    void saysThatThereIsNoSuchFolder() {
        Told told = Told.by("serve", runs.resolve("none").toString());
        assertThat(told.exit()).isEqualTo(CommandLineTool.MISTAKE);
        assertThat(told.err()).singleElement().asString().contains("there is no folder");
    }

    @Test
    void saysThatAPortIsNoPort() {
        Told told = Told.by("serve", runs.toString(), "--port", "70000");
        assertThat(told.exit()).isEqualTo(CommandLineTool.MISTAKE);
        assertThat(told.err()).singleElement().asString().contains("70000");
    }

    /** Serves at any free port and returns what it says once it does. */
    private String serve(String... options) throws InterruptedException {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"serve", runs.toString(), "--port", "0"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        serving = new Thread(
                () -> CommandLineTool.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments));
        serving.start();
        while (serving.isAlive() && !out.toString().endsWith(System.lineSeparator())) {
            Thread.sleep(20);
        }
        return out.toString();
    }

    private static RunsClient client(String said, String token) {
        Matcher address = ADDRESS.matcher(said);
        assertThat(address.find()).as(said).isTrue();
        return new RunsClient(URI.create("http://127.0.0.1:" + address.group(1)), token);
    }

    @Test
    void saysThatATokenCannotBeSent() {
        Told told = Told.by("serve", runs.toString(), "--token", "geheimé");

        assertThat(told.err())
                .containsExactly(
                        "isdarts: --token cannot be sent; let it have only letters, digits and signs of ASCII");
        assertThat(told.exit()).isEqualTo(2);
    }
}
