package org.isdarts.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.run.EventLines;
import org.isdarts.run.RunState;
import org.isdarts.run.Summary;
import org.isdarts.serve.OfferedRun;
import org.isdarts.serve.RunAddress;
import org.isdarts.serve.RunsClient;

/**
 * A run that a server offers, followed while a process searches in it there. Where the connection is lost it is tried
 * again after growing pauses, and reading goes on behind the last whole line, so that every event is told once.
 */
public final class RemoteRun implements RunSource {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Bytes asked for at once; more only where one line is longer. */
    private static final int PORTION = 1 << 20;

    private final RunsClient client;
    private final OfferedRun run;
    private final EventLines lines;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean live;
    private volatile Optional<RunState> served = Optional.empty();
    private volatile Optional<Long> triesAgainAt = Optional.empty();
    private volatile String lastWord = "";
    private volatile String damage = "";

    /** A run of a server, not read yet. */
    public RemoteRun(RunsClient client, OfferedRun run) {
        this.client = client;
        this.run = run;
        lines = new EventLines(place());
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public String name() {
        return run.title();
    }

    @Override
    public String place() {
        return new RunAddress(client.server(), Optional.of(run.name())).toString();
    }

    @Override
    public String trouble() {
        return triesAgainAt.map(RemoteRun::words).orElse(damage.isEmpty() ? lastWord : damage);
    }

    private static String words(long triesAgainAt) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(triesAgainAt - System.nanoTime()) + 1;
        return "connection lost, trying again " + (seconds > 0 ? "in " + seconds + " s" : "now");
    }

    @Override
    public void start(Consumer<RunEvent> listener) {
        Thread reader = new Thread(() -> follow(listener), "isdarts-remote-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void follow(Consumer<RunEvent> listener) {
        try {
            Duration pause = FIRST_PAUSE;
            boolean goesOn = true;
            while (goesOn) {
                if (look(listener)) {
                    triesAgainAt = Optional.empty();
                    pause = FIRST_PAUSE;
                    goesOn = live && waitFor(LOOK_AGAIN);
                } else {
                    triesAgainAt = Optional.of(System.nanoTime() + pause.toNanos());
                    goesOn = waitFor(pause);
                    pause = longer(pause);
                }
            }
        } catch (RuntimeException unreadable) {
            lastWord = String.valueOf(unreadable.getMessage());
            triesAgainAt = Optional.empty();
            live = false;
        } finally {
            ended.complete(null);
        }
    }

    /** Tells what came since the last look; says whether the server could be reached all the while. */
    private boolean look(Consumer<RunEvent> listener) {
        try {
            // Asked first: what the log has after the search ended is all there is.
            Summary summary = client.summary(run.name());
            RunState state = summary.state();
            damage = state == RunState.DAMAGED ? String.valueOf(summary.message()) : "";
            served = Optional.of(state);
            live = state.isLive();
            int most = PORTION;
            boolean more;
            do {
                long before = lines.position();
                byte[] bytes = client.log(run.name(), before, most);
                lines.take(bytes, listener);
                more = bytes.length == most;
                most = lines.position() > before ? PORTION : 2 * most;
            } while (more && isOpen());
            return true;
        } catch (IOException lost) {
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** Waits unless it is closed meanwhile; says whether it is open still. */
    private boolean waitFor(Duration pause) {
        try {
            return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            closed.countDown();
            return false;
        }
    }

    @Override
    public RunState state(History told) {
        return served.filter(state -> !state.isLive()).orElse(RunState.of(told.state()));
    }

    @Override
    public Optional<String> whyNotSteered() {
        return Optional.of("it is on a server and can only be looked at; steer it there");
    }

    @Override
    public boolean isAlive() {
        return live;
    }

    @Override
    public CompletionStage<Void> ended() {
        return ended.minimalCompletionStage();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
