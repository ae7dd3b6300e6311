package org.isdarts.ui.sweep;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.isdarts.serve.ServerException;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;

/**
 * Looks at the run folders of a sweep once a second, whoever writes them; those that are finished are not looked at again.
 * Before each look the folder of a sweep that lies elsewhere is brought up to date.
 */
final class SweepWatch {
    private static final long LOOK_AGAIN_MILLIS = 1_000;

    private final SweepFolder sweep;
    private final SweepUpdate update;
    private final Consumer<Map<Integer, SeenRun>> told;
    private final Consumer<String> troubled;
    private final Map<Integer, SeenRun> known = new HashMap<>();
    private String trouble = "";
    private volatile boolean closed;

    /**
     * Begins to look.
     *
     * @param update brings the folder up to date
     * @param told what has changed, by the index of the run, on the window's thread
     * @param troubled why the folder is not up to date, on the window's thread; empty once it is
     */
    SweepWatch(SweepFolder sweep, SweepUpdate update, Consumer<Map<Integer, SeenRun>> told, Consumer<String> troubled) {
        this.sweep = sweep;
        this.update = update;
        this.told = told;
        this.troubled = troubled;
        Thread thread = new Thread(this::watch, "isdarts-sweep-look");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!closed) {
                update();
                look();
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void update() {
        String now = "";
        try {
            update.run();
        } catch (IOException lost) {
            now = "The connection is lost; trying again. What is seen was true before.";
        } catch (ServerException refused) {
            now = refused.getMessage();
        }
        if (!now.equals(trouble)) {
            trouble = now;
            String words = now;
            Platform.runLater(() -> troubled.accept(words));
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
