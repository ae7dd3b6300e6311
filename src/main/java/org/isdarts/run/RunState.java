package org.isdarts.run;

/** Where a run stands. */
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
    /** It found a genotype. */
    FINISHED("finished");

    private final String label;

    RunState(String label) {
        this.label = label;
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
