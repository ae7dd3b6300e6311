package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10DownloadTest {
    private static final String FILE = "cifar-10-binary.tar.gz";
    private static final Cifar10Download.Progress UNHEARD = (received, total) -> {};

    @TempDir
    Path folder;

    private final byte[] content = new byte[300_000];
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private boolean supportsRanges = true;
    private int breakAfter = Integer.MAX_VALUE;

    @BeforeEach
    void startServer() throws IOException {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/" + FILE, this::serve);
        server.createContext("/moved/" + FILE, exchange -> {
            exchange.getResponseHeaders().add("Location", "/" + FILE);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        int from = 0;
        int status = 200;
        if (range != null && supportsRanges) {
            from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
            status = from < content.length ? 206 : 416;
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        if (status == 416) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(status, content.length - from);
        OutputStream body = exchange.getResponseBody();
        body.write(content, from, Math.min(breakAfter, content.length) - from);
        body.flush();
        exchange.close();
    }

    @Test
    void theWholeArchiveIsDownloadedAndNothingElseLeft() throws Exception {
        Path archive = download("/" + FILE).into(folder.resolve("new/folder"), UNHEARD);
        assertThat(archive)
                .isEqualTo(folder.resolve("new/folder").resolve(FILE))
                .hasBinaryContent(content);
        assertThat(archive.getParent()).isDirectoryNotContaining(path -> !path.equals(archive));
    }

    @Test
    void progressRisesToTheTotal() throws Exception {
        List<Long> received = new ArrayList<>();
        download("/" + FILE).into(folder, (bytes, total) -> {
            assertThat(total).isEqualTo(content.length);
            received.add(bytes);
        });
        assertThat(received).isSorted().startsWith(0L).endsWith((long) content.length);
    }

    @Test
    void redirectionsAreFollowed() throws Exception {
        assertThat(download("/moved/" + FILE).into(folder, UNHEARD)).hasBinaryContent(content);
    }

    @Test
    void aBrokenDownloadGoesOnWhereItBroke() throws Exception {
        breakAfter = 100_000;
        assertThatThrownBy(() -> download("/" + FILE).into(folder, UNHEARD))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("the connection to \\S+ broke after \\d+ bytes;"
                        + " start the download again, it resumes from there");
        // What the server sent last may be lost with the connection.
        long arrived = Files.size(part());
        assertThat(arrived).isBetween(1L, 100_000L);
        breakAfter = Integer.MAX_VALUE;
        List<Long> received = new ArrayList<>();
        Path archive = download("/" + FILE).into(folder, (bytes, total) -> received.add(bytes));
        assertThat(archive).hasBinaryContent(content);
        assertThat(ranges).containsExactly("", "bytes=" + arrived + "-");
        assertThat(received).startsWith(arrived).endsWith(300_000L);
    }

    @Test
    void aServerWithoutRangesSendsEverythingAgain() throws Exception {
        supportsRanges = false;
        Files.write(part(), Arrays.copyOf(content, 1000));
        assertThat(download("/" + FILE).into(folder, UNHEARD)).hasBinaryContent(content);
        assertThat(ranges).containsExactly("bytes=1000-");
    }

    @Test
    void aPartThatIsAlreadyWholeIsTaken() throws Exception {
        Files.write(part(), content);
        assertThat(download("/" + FILE).into(folder, UNHEARD)).hasBinaryContent(content);
    }

    @Test
    void anArchiveAlreadyThereIsNotDownloadedAgain() throws Exception {
        Files.write(folder.resolve(FILE), content);
        assertThat(download("/" + FILE).into(folder, UNHEARD)).hasBinaryContent(content);
        assertThat(ranges).isEmpty();
    }

    @Test
    void aDamagedArchiveAlreadyThereIsKeptAsideAndReplaced() throws Exception {
        Files.write(folder.resolve(FILE), new byte[] {1, 2, 3});
        assertThat(download("/" + FILE).into(folder, UNHEARD)).hasBinaryContent(content);
        assertThat(folder.resolve(FILE + ".wrong")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void aWrongChecksumKeepsTheFileAsideAndTheNextDownloadStartsAnew() throws Exception {
        Files.write(part(), new byte[1000]);
        Path aside = folder.resolve(FILE + ".wrong");
        assertThatThrownBy(() -> download("/" + FILE).into(folder, UNHEARD))
                .isInstanceOf(DataException.class)
                .hasMessage("what " + uri("/" + FILE) + " sent has not the MD5 " + md5() + "; it is kept as " + aside
                        + " and not used, so start the download again");
        assertThat(aside).exists();
        assertThat(folder.resolve(FILE)).doesNotExist();
        assertThat(download("/" + FILE).into(folder, UNHEARD)).hasBinaryContent(content);
        assertThat(ranges).containsExactly("bytes=1000-", "");
    }

    @Test
    void aMissingArchiveIsReportedAndWhatHadArrivedStays() throws IOException {
        Path elsewhere = Files.write(folder.resolve("gone.tar.gz.part"), new byte[] {1});
        assertThatThrownBy(() -> download("/gone.tar.gz").into(folder, UNHEARD))
                .isInstanceOf(DataException.class)
                .hasMessage(uri("/gone.tar.gz") + " answers with HTTP status 404;"
                        + " try again later, or get the archive elsewhere and name its path as the data");
        assertThat(elsewhere).hasBinaryContent(new byte[] {1});
    }

    @Test
    void anUnreachableServerIsReported() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        Cifar10Download download = new Cifar10Download(URI.create("http://localhost:" + unused + "/" + FILE), "");
        assertThatThrownBy(() -> download.into(folder, UNHEARD))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("localhost cannot be reached (")
                .hasMessageEndingWith(
                        "); check the connection, or get the archive elsewhere and name its path as the data");
    }

    @Test
    void aFolderThatCannotBeMadeIsReported() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[1]);
        assertThatThrownBy(() -> download("/" + FILE).into(file.resolve("below"), UNHEARD))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file.resolve("below") + " cannot be used: ");
    }

    private Path part() {
        return folder.resolve(FILE + ".part");
    }

    private Cifar10Download download(String path) {
        return new Cifar10Download(uri(path), md5());
    }

    private URI uri(String path) {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path);
    }

    private String md5() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
