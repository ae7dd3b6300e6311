package org.isdarts.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.isdarts.run.MachineName;
import org.isdarts.serve.RunServer;
import org.isdarts.serve.RunsClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serve}: lets other machines look at the runs of a folder. */
@Command(
        name = "serve",
        description =
                "Serves the runs of a folder, or a sweep, read-only over HTTP, for 'Open from server' in another machine's"
                        + " window. Ctrl-C ends it.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {
    private static final int TOKEN_BYTES = 24;

    private static final int LAST_PORT = 65_535;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUNS",
            defaultValue = RunPlace.RUNS,
            description = "Folder that holds the run folders, or that of a sweep (default: ${DEFAULT-VALUE}).")
    private Path runs;

    @Option(
            names = "--port",
            defaultValue = "8731",
            description = "Where to listen; 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen at (default: ${DEFAULT-VALUE}, this machine alone). Any other address"
                    + " requires a token; traffic is not encrypted.")
    private String host;

    @Option(
            names = "--token",
            description =
                    "Token that clients must send; if --host needs one and none is given, a random one is printed.")
    private String token;

    @Override
    public void run() {
        InetSocketAddress address = address();
        boolean open = address.getAddress().isLoopbackAddress();
        Optional<String> demanded =
                token != null ? Optional.of(token) : open ? Optional.empty() : Optional.of(newToken());
        try (RunServer server = RunServer.start(runs, address, demanded)) {
            spec.commandLine()
                    .getOut()
                    .println("offers " + server.count() + " runs of " + runs + " at http://"
                            + shown(address.getAddress()) + ":" + server.port() + "/"
                            + demanded.map(words -> ", token " + words).orElse("")
                            + "; choose Open from server in the window, or ask with curl; Ctrl-C ends this");
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        } catch (IOException occupied) {
            throw new UserMistake("cannot listen at " + host + ":" + port + " (" + occupied.getMessage()
                    + "); give another --port or --host");
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private InetSocketAddress address() {
        if (token != null && token.isBlank()) {
            throw new UserMistake("--token is empty; give one, or leave it out");
        }
        if (token != null && !RunsClient.canSend(token)) {
            throw new UserMistake("--token cannot be sent; let it have only letters, digits and signs of ASCII");
        }
        if (port < 0 || port > LAST_PORT) {
            throw new UserMistake(
                    "--port " + port + " is no port; give one from 1 to " + LAST_PORT + ", or 0 for any that is free");
        }
        return new InetSocketAddress(resolved(), port);
    }

    private InetAddress resolved() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new UserMistake("there is no address " + host + "; give one of this machine as --host");
        }
    }

    private static String shown(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return MachineName.text();
        }
        String text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    private static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
