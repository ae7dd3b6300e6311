package org.isdarts.ui.bridge;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Does something again and again on the JavaFX thread. An animation of JavaFX would do so too, but lets the window make
 * sixty frames a second for as long as it waits, which takes time from the search.
 */
public final class FxTimer {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "isdarts-beat");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration period;
    private final Runnable action;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private Future<?> running;

    /**
     * A beat that stands still until {@link #start}.
     *
     * @param action left out when its turn comes while the last one still waits
     */
    public FxTimer(Duration period, Runnable action) {
        this.period = period;
        this.action = action;
    }

    /** Begins, with the first beat after one period; to be called on the JavaFX thread, as is {@link #stop}. */
    public void start() {
        stop();
        running = CLOCK.scheduleAtFixedRate(this::ask, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stands still; nothing more happens after this returns. */
    public void stop() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }

    private void ask() {
        if (!waiting.getAndSet(true)) {
            Platform.runLater(this::beat);
        }
    }

    private void beat() {
        waiting.set(false);
        if (running != null) {
            action.run();
        }
    }
}
