package org.isdarts.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.isdarts.log.ProgramLog;
import org.isdarts.queue.QueueEntry;
import org.isdarts.search.SearchConfig;

/** What the window asks of the program around it. */
public interface Surroundings {
    /**
     * Lets the user set up a new search.
     *
     * @param like the settings to begin with; empty for the last ones
     * @param launcher begins or queues what the user set up
     */
    void newSearch(Window owner, Optional<SearchConfig> like, SearchLauncher launcher);

    /** Lets the user set up a new search on a folder or archive of images. */
    void newSearchOn(Window owner, Path images, SearchLauncher launcher);

    /** Lets the user change an entry of the queue. */
    void editQueued(Window owner, QueueEntry entry, SearchLauncher launcher);

    /**
     * Continues a run in another process.
     *
     * @throws org.isdarts.run.RunException if that process cannot be started
     */
    void continueInBackground(Path run);

    /**
     * Runs the queue in another process.
     *
     * @param ended told, on any thread, once that process has ended
     * @throws org.isdarts.run.RunException if that process cannot be started
     */
    void runQueueInBackground(Runnable ended);

    /**
     * Does the runs of a sweep that are left, in another process.
     *
     * @throws org.isdarts.run.RunException if that process cannot be started
     */
    void runSweepInBackground(Path sweep);

    /** Shows a folder in the desktop's file manager. */
    void showFolder(Path folder);

    /**
     * Told, on a thread of the search, that the search on drawn images has ended.
     *
     * @return a sentence or two for the user; empty if there is nothing to tell
     */
    Optional<String> demoEnded(Path run);

    /** The folders whose runs can be opened by name and compared with; they may change. */
    List<Path> folders();

    /** What the program has logged. */
    ProgramLog log();
}
