package org.isdarts.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.isdarts.event.RunEvent;
import org.isdarts.search.SearchControl;

/**
 * Looks a few times a second, also during a pause, whether somebody wishes something of a search by its folder, passes
 * it on to the search, and removes the wish once the event is written that fulfills it.
 */
final class WishWatch implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final Path run;
    private final SearchControl control;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Wish> heeded = Optional.empty();
    private boolean paused;

    WishWatch(Path run, SearchControl control) {
        this.run = run;
        this.control = control;
    }

    /** Begins to look. What was wished of a process before this one is forgotten. */
    void start() {
        Wish.clear(run);
        Thread thread = new Thread(this::watch, "isdarts-wishes");
        thread.setDaemon(true);
        thread.start();
    }

    /** Tells a listener each event, and then whoever wished for it. */
    Consumer<RunEvent> tellingFirst(Consumer<RunEvent> listener) {
        return event -> {
            listener.accept(event);
            hear(event);
        };
    }

    private void watch() {
        try {
            do {
                look();
            } while (!closed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        Optional<Wish> wished =
                Wish.in(run).filter(wish -> heeded.filter(wish::equals).isEmpty());
        if (wished.isPresent()) {
            heeded = wished;
            heed(wished.get().kind());
        }
    }

    private void heed(Wish.Kind kind) {
        boolean pausing = kind == Wish.Kind.PAUSE || kind == Wish.Kind.CHECKPOINT;
        if (paused && pausing) {
            // Its state was saved when it paused.
            fulfilled();
            return;
        }
        kind.askOf(control);
        if (!paused && kind == Wish.Kind.RESUME) {
            fulfilled();
        }
    }

    private synchronized void hear(RunEvent event) {
        if (event instanceof RunEvent.Paused) {
            paused = true;
        } else if (event instanceof RunEvent.Resumed) {
            paused = false;
        }
        // Whoever asked it to stop waits until its process let go of the run.
        if (heeded.filter(wish -> wish.kind() != Wish.Kind.STOP && wish.kind().isFulfilledBy(event))
                .isPresent()) {
            fulfilled();
        }
    }

    private void fulfilled() {
        heeded.ifPresent(wish -> wish.removeFrom(run));
    }

    /** Looks no longer; a search that ended has nothing left to wish for. */
    @Override
    public synchronized void close() {
        closed.countDown();
        Wish.clear(run);
    }
}
