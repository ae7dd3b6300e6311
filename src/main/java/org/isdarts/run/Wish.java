package org.isdarts.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isdarts.event.RunEvent;
import org.isdarts.io.AtomicFile;
import org.isdarts.search.SearchControl;

/**
 * What somebody on this machine wants of a running search, kept in {@code wish.json} of its run folder. The process that
 * searches removes the file once it has done what was asked. A later wish takes the place of an earlier one.
 *
 * @param schema version of the run folder's files
 * @param kind what is wanted
 * @param by who wants it: user and process
 * @param time when, in milliseconds since 1970-01-01 UTC
 */
public record Wish(int schema, Kind kind, String by, long time) {
    static final String FILE = "wish.json";

    /** What can be asked of a search. */
    public enum Kind {
        /** To wait after the batch it is in. */
        PAUSE("pause"),
        /** To go on after a pause. */
        RESUME("resume"),
        /** To save its state and end. */
        STOP("stop"),
        /** To save its state and go on. */
        CHECKPOINT("checkpoint");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Asks it of a search of this process. */
        public void askOf(SearchControl control) {
            switch (this) {
                case PAUSE -> control.pause();
                case RESUME -> control.resume();
                case STOP -> control.stop();
                case CHECKPOINT -> control.checkpoint();
            }
        }

        /** Whether a search that records this event has done it. */
        public boolean isFulfilledBy(RunEvent event) {
            return switch (this) {
                case PAUSE -> event instanceof RunEvent.Paused;
                case RESUME -> event instanceof RunEvent.Resumed;
                case STOP -> event instanceof RunEvent.Stopped;
                case CHECKPOINT -> event instanceof RunEvent.CheckpointWritten;
            };
        }

        /** The word used in files and for the command. */
        public String label() {
            return label;
        }
    }

    /**
     * Asks it of the process that searches in a run.
     *
     * @throws RunException if the folder cannot be written
     */
    public static Wish ask(RunFolder run, Kind kind) {
        String by = System.getProperty("user.name") + ", process "
                + ProcessHandle.current().pid();
        Wish wish = new Wish(Manifest.SCHEMA, kind, by, System.currentTimeMillis());
        try {
            AtomicFile.write(run.path().resolve(FILE), RunJson.MAPPER.writeValueAsBytes(wish));
        } catch (IOException unwritable) {
            throw new RunException(
                    "cannot ask the search in " + run.path() + " (" + WriteFailure.reason(unwritable)
                            + "); only who can write to its folder can steer it",
                    unwritable);
        }
        return wish;
    }

    /** Whether it is done, or given up for another wish. A search that is to stop has done so once its process let go of the run. */
    public boolean isAnswered(RunFolder run) {
        return !isIn(run.path()) && !(kind == Kind.STOP && run.isSearchedHere());
    }

    /** Takes it back, unless another wish has taken its place. */
    public void withdraw(RunFolder run) {
        removeFrom(run.path());
    }

    void removeFrom(Path run) {
        if (isIn(run)) {
            clear(run);
        }
    }

    private boolean isIn(Path run) {
        return in(run).filter(this::equals).isPresent();
    }

    /** Removes whatever is wished in a folder. */
    static void clear(Path run) {
        try {
            Files.deleteIfExists(run.resolve(FILE));
        } catch (IOException leftThere) {
            // Whoever asked is told after a while that nobody answers.
        }
    }

    /** What is wished in a folder. What is no wish, or one that only newer programs know, is as good as none. */
    static Optional<Wish> in(Path run) {
        Path file = run.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(RunJson.MAPPER.readValue(Files.readAllBytes(file), Wish.class))
                    .filter(wish -> wish.kind() != null);
        } catch (IOException goneOrNoWish) {
            return Optional.empty();
        }
    }
}
