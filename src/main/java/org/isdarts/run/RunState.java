package org.isdarts.run;

import org.isdarts.event.SearchState;

/** Where a run stands: the one word for it in lists, window, terminal, reports and over HTTP. */
public enum RunState {
    /** A process is searching. */
    RUNNING("running"),
    /** A process waits for the user to let it go on. */
    PAUSED("paused"),
    /** The user ended it before its end; it can be resumed. */
    STOPPED("stopped"),
    /** Its process is gone without a word; it can be resumed. */
    INTERRUPTED("interrupted"),
    /** Something broke it off; it can be resumed. */
    FAILED("failed"),
    /** Its log cannot be read, or lacks what its search did; it can be resumed where a checkpoint and what can be read agree. */
    DAMAGED("damaged"),
    /** It found a genotype. */
    FINISHED("finished");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    /** Where a run stands whose process is there, or ended with a word. */
    public static RunState of(SearchState search) {
        return switch (search) {
            case PREPARING, TRAINING, MEASURING, SHRINKING -> RUNNING;
            case PAUSED -> PAUSED;
            case STOPPED -> STOPPED;
            case FAILED -> FAILED;
            case FINISHED -> FINISHED;
        };
    }

    /** The word used on screen and in files. */
    public String label() {
        return label;
    }

    /** Whether a process must be there for this state to be true. */
    public boolean isLive() {
        return this == RUNNING || this == PAUSED;
    }

    @Override
    public String toString() {
        return label;
    }
}
