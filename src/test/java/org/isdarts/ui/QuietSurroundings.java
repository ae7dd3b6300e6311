package org.isdarts.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.isdarts.log.ProgramLog;
import org.isdarts.queue.QueueEntry;
import org.isdarts.search.SearchConfig;

/** A program around the window that does nothing it is asked for. */
public class QuietSurroundings implements Surroundings {
    private final List<Path> folders;

    /** @param folders whose runs can be opened by name */
    public QuietSurroundings(Path... folders) {
        this.folders = List.of(folders);
    }

    @Override
    public void newSearch(Window owner, Optional<SearchConfig> like, SearchLauncher launcher) {}

    @Override
    public void newSearchOn(Window owner, Path images, SearchLauncher launcher) {}

    @Override
    public void editQueued(Window owner, QueueEntry entry, SearchLauncher launcher) {}

    @Override
    public void continueInBackground(Path run) {}

    @Override
    public void runQueueInBackground(Runnable ended) {}

    @Override
    public void runSweepInBackground(Path sweep) {}

    @Override
    public void showFolder(Path folder) {}

    @Override
    public Optional<String> demoEnded(Path run) {
        return Optional.empty();
    }

    @Override
    public List<Path> folders() {
        return folders;
    }

    @Override
    public ProgramLog log() {
        return ProgramLog.ofThisUser();
    }
}
