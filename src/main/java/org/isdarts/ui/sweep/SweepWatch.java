package org.isdarts.ui.sweep;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;

/** Looks at the run folders of a sweep once a second, whoever writes them; those that are finished are not looked at again. */
final class SweepWatch {
    private static final long LOOK_AGAIN_MILLIS = 1_000;

    private final SweepFolder sweep;
    private final Consumer<Map<Integer, SeenRun>> told;
    private final Map<Integer, SeenRun> known = new HashMap<>();
    private volatile boolean closed;

    /**
     * Begins to look.
     *
     * @param told what has changed, by the index of the run, on the window's thread
     */
    SweepWatch(SweepFolder sweep, Consumer<Map<Integer, SeenRun>> told) {
        this.sweep = sweep;
        this.told = told;
        Thread thread = new Thread(this::watch, "isdarts-sweep-look");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!closed) {
                look();
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Map<Integer, SeenRun> changed = new HashMap<>();
        for (SweepRun run : sweep.runs()) {
            SeenRun before = known.get(run.index());
            if (before == null || !before.isFinished()) {
                SeenRun now = SeenRun.of(sweep, run);
                if (!now.equals(before)) {
                    changed.put(run.index(), now);
                }
            }
        }
        known.putAll(changed);
        if (!changed.isEmpty()) {
            Platform.runLater(() -> told.accept(changed));
        }
    }

    /** Looks no longer. */
    void close() {
        closed = true;
    }
}
