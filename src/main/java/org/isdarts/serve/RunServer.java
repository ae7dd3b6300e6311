package org.isdarts.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.sweep.SweepFolder;

/**
 * Offers the runs of a folder, or a sweep with its runs, over HTTP, for reading. Whoever listens beyond this machine should
 * demand a token: runs are sent unencrypted to anyone who asks.
 */
public final class RunServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.\\d+){3}|\\[::1])(:\\d+)?");
    /** Also clients that stall hold a thread each, until their time is over. */
    private static final int THREADS = 256;

    private static final long IDLE_SECONDS = 10;

    /** So long a client may take to ask, and to take in the answer; else a few that stall would keep all others out. */
    private static final String REQUEST_SECONDS = "10";

    private static final String RESPONSE_SECONDS = "600";

    private static final int BUFFER = 1 << 16;

    /** Why runs of a sweep failed that have no folder of their own. */
    static final String FAILURES = "failures.json";

    private final OfferedFolder folder;
    private final Optional<String> token;
    private final HttpServer server;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>());

    private RunServer(OfferedFolder folder, Optional<String> token, HttpServer server) {
        this.folder = folder;
        this.token = token;
        this.server = server;
    }

    /**
     * Starts to answer.
     *
     * @param runs the folder that holds the run folders, or that of a sweep
     * @param address where to listen; port 0 for any that is free
     * @param token what a client must know; empty if anyone on this machine may read
     * @throws RunException if there is no such folder
     * @throws IOException if it cannot listen there
     */
    public static RunServer start(Path runs, InetSocketAddress address, Optional<String> token) throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", RESPONSE_SECONDS);
        RunServer started = new RunServer(new OfferedFolder(runs), token, HttpServer.create(address, 0));
        started.server.setExecutor(started.threads);
        started.server.createContext("/", started::answer);
        started.server.start();
        return started;
    }

    /** The port it listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** How many runs it offers now. */
    public int count() {
        return folder.runs().size();
    }

    /** Drops every connection and ends. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (token.isPresent() && !knows(exchange, token.get())) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                say(exchange, 401, "this server requires its token, as Authorization: Bearer TOKEN");
            } else if (token.isEmpty() && !asksForThisMachine(exchange)) {
                say(exchange, 403, "this server answers localhost only, because it requires no token");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                say(exchange, 405, "this server only lets runs be read");
            } else {
                find(exchange);
            }
        }
    }

    private static boolean knows(HttpExchange exchange, String token) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(bytes(given), bytes("Bearer " + token));
    }

    /** A page in a browser of this machine can have its own host's name lead here, but not send another name. */
    private static boolean asksForThisMachine(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && LOOPBACK.matcher(host).matches();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void find(HttpExchange exchange) throws IOException {
        List<String> path = Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                .skip(1)
                .map(part -> URI.create("/" + part).getPath().substring(1))
                .toList();
        if (path.isEmpty()) {
            send(exchange, JSON.writeValueAsBytes(folder.runs()));
            return;
        }
        if (folder.sweep().isPresent() && isOfSweep(path)) {
            send(exchange, folder.sweep().get(), path.get(0));
            return;
        }
        Optional<RunFolder> run = path.size() <= 2 ? folder.run(path.get(0)) : Optional.empty();
        if (run.isEmpty()) {
            Optional<OfferedRun> unreadable = folder.unreadable(path.get(0));
            say(exchange, 404, unreadable.map(OfferedRun::message).orElse("there is no such run"));
        } else if (path.size() == 1) {
            send(exchange, JSON.writeValueAsBytes(OfferedRun.of(run.get())));
        } else {
            send(exchange, run.get(), path.get(1));
        }
    }

    private static boolean isOfSweep(List<String> path) {
        return path.size() == 1
                && (path.get(0).equals(SweepFolder.FILE) || path.get(0).equals(FAILURES));
    }

    private static void send(HttpExchange exchange, SweepFolder sweep, String file) throws IOException {
        send(
                exchange,
                file.equals(FAILURES)
                        ? JSON.writeValueAsBytes(sweep.failures())
                        : Files.readAllBytes(sweep.path().resolve(SweepFolder.FILE)));
    }

    private static void send(HttpExchange exchange, RunFolder run, String file) throws IOException {
        if (file.equals(RunFolder.SUMMARY)) {
            // Whether a process is at work can be told only here, where its lock is seen.
            send(exchange, run.summary().toJson());
        } else if (OfferedFolder.FILES.contains(file)) {
            try (FileChannel channel = FileChannel.open(place(run, file), StandardOpenOption.READ)) {
                send(exchange, channel);
            } catch (NoSuchFileException notYet) {
                say(exchange, 404, "the run has no such file yet");
            }
        } else {
            say(exchange, 404, "a run offers no such file");
        }
    }

    private static Path place(RunFolder run, String file) {
        return file.equals(RunFolder.EVENTS) ? run.logFile() : run.path().resolve(file);
    }

    private static void send(HttpExchange exchange, byte[] json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
    }

    private static void send(HttpExchange exchange, FileChannel file) throws IOException {
        long size = file.size();
        Optional<ByteRange> asked = ByteRange.of(exchange.getRequestHeaders().getFirst("Range"), size);
        ByteRange range = asked.orElse(new ByteRange(0, size));
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        if (asked.isPresent() && range.length() == 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + size);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (asked.isPresent()) {
            long last = range.from() + range.length() - 1;
            exchange.getResponseHeaders().set("Content-Range", "bytes " + range.from() + "-" + last + "/" + size);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        // To this server a length of 0 means that it is not known.
        exchange.sendResponseHeaders(asked.isPresent() ? 206 : 200, range.length() == 0 ? -1 : range.length());
        copy(file.position(range.from()), range.length(), exchange.getResponseBody());
    }

    private static void copy(FileChannel file, long length, OutputStream to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long left = length; left > 0; left -= buffer.position()) {
            buffer.clear().limit((int) Math.min(BUFFER, left));
            if (file.read(buffer) < 0) {
                return;
            }
            to.write(buffer.array(), 0, buffer.position());
        }
    }

    private static void say(HttpExchange exchange, int status, String words) throws IOException {
        byte[] text = bytes(words + "\n");
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
    }
}
