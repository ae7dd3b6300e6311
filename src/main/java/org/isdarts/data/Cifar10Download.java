package org.isdarts.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Downloads the official CIFAR-10 archive (binary version, 170 MB). What has arrived lies in a {@code .part} file beside
 * the archive until all is there, so that a broken download goes on where it broke. Only an archive with the right MD5
 * gets its final name.
 */
public final class Cifar10Download {
    /** Where CIFAR-10's author offers the archive. */
    public static final URI ARCHIVE = URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz");

    /** The MD5 stated there. */
    public static final String MD5 = "c32a1d4ab5d03f1284b67883e8d87530";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final URI archive;
    private final String md5;

    /** Of the official archive. */
    public Cifar10Download() {
        this(ARCHIVE, MD5);
    }

    /** Of an archive elsewhere, with the MD5 (hexadecimal, lower case) it must have. */
    public Cifar10Download(URI archive, String md5) {
        this.archive = archive;
        this.md5 = md5;
    }

    /** Learns how a download goes; called often, on the downloading thread. */
    public interface Progress {
        /**
         * Some bytes have arrived.
         *
         * @param received bytes there so far, those of an earlier download included
         * @param total bytes of the whole archive; -1 if the server does not say
         */
        void received(long received, long total);
    }

    /**
     * Downloads into a folder, which is made if it is missing. An archive that is already there and right stays.
     *
     * @return the archive's path
     * @throws DataException if the server cannot be reached or refuses, the connection breaks, the folder cannot be
     *     written, or the MD5 is wrong: then the file is kept under another name, ending with {@code .wrong}
     * @throws InterruptedException if the thread is interrupted while it waits for the server
     */
    public Path into(Path folder, Progress progress) throws InterruptedException {
        Path whole = folder.resolve(Path.of(archive.getPath()).getFileName().toString());
        Path part = Path.of(whole + ".part");
        try {
            Files.createDirectories(folder);
            if (Files.exists(whole)) {
                if (isRight(whole)) {
                    return whole;
                }
                setAside(whole, whole);
            }
            fetch(part, progress);
            if (!isRight(part)) {
                Path aside = setAside(part, whole);
                throw new DataException("what " + archive + " sent has not the MD5 " + md5 + "; it is kept as " + aside
                        + " and not used, so start the download again");
            }
            return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new DataException(
                    folder + " cannot be used: " + DataException.reason(failure)
                            + "; give a folder that can be written and has 170 MB left",
                    failure);
        }
    }

    private static Path setAside(Path file, Path whole) throws IOException {
        return Files.move(file, Path.of(whole + ".wrong"), StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean isRight(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
        try (DigestInputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).equals(md5);
    }

    /** Makes the part whole; the MD5 shows afterwards whether it is. */
    private void fetch(Path part, Progress progress) throws IOException, InterruptedException {
        long present = Files.exists(part) ? Files.size(part) : 0;
        HttpResponse<InputStream> response = request(present);
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case OK -> receive(response, body, part, 0, progress);
                case PARTIAL_CONTENT -> {
                    checkStart(response, present);
                    receive(response, body, part, present, progress);
                }
                case RANGE_NOT_SATISFIABLE -> progress.received(present, present);
                default -> throw new DataException(archive + " answers with HTTP status " + response.statusCode()
                        + "; try again later, or get the archive elsewhere and name its path as the data");
            }
        }
    }

    private HttpResponse<InputStream> request(long present) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest.Builder request = HttpRequest.newBuilder(archive).timeout(PATIENCE);
        if (present > 0) {
            request.header("Range", "bytes=" + present + "-");
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failure) {
            throw new DataException(
                    archive.getHost() + " cannot be reached (" + DataException.reason(failure)
                            + "); check the connection, or get the archive elsewhere and name its path as the data",
                    failure);
        }
    }

    private void checkStart(HttpResponse<InputStream> response, long present) {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + present + "-")) {
            throw new DataException(
                    archive.getHost() + " sent the range \"" + range + "\" instead of the rest from byte " + present
                            + "; remove the .part file and start the download again");
        }
    }

    /** Writes what arrives behind the first {@code present} bytes. */
    private void receive(
            HttpResponse<InputStream> response, InputStream body, Path part, long present, Progress progress)
            throws IOException {
        long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        long total = length < 0 ? -1 : present + length;
        StandardOpenOption start = present > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream file =
                Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, start)) {
            long received = present;
            progress.received(received, total);
            for (int count = next(body, buffer, received); count >= 0; count = next(body, buffer, received)) {
                file.write(buffer, 0, count);
                received += count;
                progress.received(received, total);
            }
        }
    }

    private int next(InputStream body, byte[] buffer, long received) {
        try {
            return body.read(buffer);
        } catch (IOException failure) {
            throw new DataException(
                    "the connection to " + archive.getHost() + " broke after " + received
                            + " bytes; start the download again, it resumes from there",
                    failure);
        }
    }
}
