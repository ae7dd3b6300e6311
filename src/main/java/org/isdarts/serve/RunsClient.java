package org.isdarts.serve;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;
import org.isdarts.sweep.SweepFolder;

/**
 * Reads runs from a server. Every method throws an {@link IOException} where asking again may help, and a {@link
 * ServerException} where it does not.
 */
public final class RunsClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long ANSWER_SECONDS = 60;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final URI server;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /**
     * A client.
     *
     * @param server scheme, host and port
     * @param token what the server demands; empty if it demands nothing
     * @throws IllegalArgumentException if no server can demand that token
     */
    public RunsClient(URI server, String token) {
        if (!token.isEmpty() && !canSend(token)) {
            throw new IllegalArgumentException(
                    "a token has only letters, digits and signs of ASCII; give that of serve");
        }
        this.server = server;
        this.token = token;
    }

    /** Whether a token can be sent in a header. */
    public static boolean canSend(String token) {
        return token.matches("[!-~]+");
    }

    /** Scheme, host and port. */
    public URI server() {
        return server;
    }

    /** The runs that it offers, the newest first. */
    public List<OfferedRun> list() throws IOException {
        return List.of(JSON.readValue(body(get("/", ""), "there are no runs"), OfferedRun[].class));
    }

    /** The run of this name. */
    public OfferedRun run(String name) throws IOException {
        return JSON.readValue(body(get("/" + name, ""), missing(name)), OfferedRun.class);
    }

    /** Where the run of this name stands. */
    public Summary summary(String name) throws IOException {
        return Summary.fromJson(body(get("/" + name + "/" + RunFolder.SUMMARY, ""), missing(name)));
    }

    /**
     * Bytes of the event log of a run that is there.
     *
     * @param from the first
     * @param most how many at most
     * @return none if the log has no more yet
     */
    public byte[] log(String name, long from, int most) throws IOException {
        HttpResponse<byte[]> response =
                get("/" + name + "/" + RunFolder.EVENTS, "bytes=" + from + "-" + (from + most - 1));
        if (response.statusCode() == 404) {
            // A search that has just begun has no log for a moment.
            return new byte[0];
        }
        if (response.statusCode() == 200) {
            throw new ServerException(server + " sends whole logs only; ask isdarts serve without a proxy between");
        }
        if (response.statusCode() != 416) {
            return body(response, missing(name));
        }
        String size = response.headers().firstValue("Content-Range").orElse("").replace("bytes */", "");
        if (!size.equals(Long.toString(from))) {
            throw new ServerException(
                    "the log of " + name + " on the server was replaced by a shorter one; open it again");
        }
        return new byte[0];
    }

    /** A file of a run. */
    byte[] file(String name, String file) throws IOException {
        return body(get("/" + name + "/" + file, ""), missing(name));
    }

    /** The plan of the sweep whose runs it offers, its {@code sweep.json}; empty if they are of none. */
    public Optional<byte[]> sweep() throws IOException {
        HttpResponse<byte[]> response = get("/" + SweepFolder.FILE, "");
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(response, ""));
    }

    /** Why runs of that sweep failed before they had a folder, by their names. */
    Map<String, String> failures() throws IOException {
        return JSON.readValue(body(get("/" + RunServer.FAILURES, ""), "there is no sweep"), new TypeReference<>() {});
    }

    private static String missing(String name) {
        return "the server has no run " + name + " any more; open another";
    }

    private HttpResponse<byte[]> get(String path, String range) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request.build(), BodyHandlers.ofByteArray());
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(server + " does not answer", failed.getCause());
        } catch (TimeoutException silent) {
            answer.cancel(true);
            throw new IOException(server + " does not answer in time", silent);
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            throw new IOException("no longer wanted", unwanted);
        }
    }

    private URI at(String path) {
        try {
            URI readable = new URI(server.getScheme(), null, server.getHost(), server.getPort(), path, null, null);
            return URI.create(readable.toASCIIString());
        } catch (URISyntaxException impossible) {
            throw new ServerException("'" + path + "' cannot be asked for at " + server);
        }
    }

    private byte[] body(HttpResponse<byte[]> response, String missing) throws IOException {
        switch (response.statusCode()) {
            case 200, 206 -> {
                return response.body();
            }
            case 401 -> throw new ServerException(
                    token.isEmpty()
                            ? server + " demands a token; give the one that isdarts serve printed"
                            : server + " does not know this token; give the one that isdarts serve printed");
            case 403 -> throw new ServerException(
                    server + " answers to localhost only; start isdarts serve there with --host or --token");
            case 404 -> throw new ServerException(missing);
            default -> throw new IOException(server + " answers with status " + response.statusCode());
        }
    }
}
