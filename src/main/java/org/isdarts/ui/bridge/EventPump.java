package org.isdarts.ui.bridge;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.isdarts.event.RunEvent;

/**
 * Brings events from the search thread to the JavaFX thread, at most twenty-five times a second; while nothing happens,
 * neither does anything here.
 */
public final class EventPump {
    private static final long PERIOD_NANOSECONDS = 40_000_000;

    private final EventInbox inbox = new EventInbox();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Consumer<List<RunEvent>> reader;
    private boolean stopped;
    private volatile long emptied = System.nanoTime() - PERIOD_NANOSECONDS;

    /**
     * @param reader given on the JavaFX thread what came since it was last given something
     */
    public EventPump(Consumer<List<RunEvent>> reader) {
        this.reader = reader;
    }

    /** Leaves an event. Safe from any thread; never waits for the window. */
    public void offer(RunEvent event) {
        inbox.offer(event);
        if (!asked.getAndSet(true)) {
            long wait = Math.max(0, emptied + PERIOD_NANOSECONDS - System.nanoTime());
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, Platform::runLater)
                    .execute(this::empty);
        }
    }

    /** Gives the reader what waits, if anything does. To be called on the JavaFX thread. */
    public void empty() {
        // Before events are taken, so that one that comes meanwhile asks again.
        asked.set(false);
        List<RunEvent> events = inbox.takeAll();
        if (!events.isEmpty() && !stopped) {
            reader.accept(events);
            emptied = System.nanoTime();
        }
    }

    /** The reader is given nothing more. To be called on the JavaFX thread. */
    public void stop() {
        stopped = true;
    }
}
