package org.isdarts.queue;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an entry of a queue stands. */
public enum EntryState {
    /** It has not begun, or is to continue from its last checkpoint. */
    WAITING("waiting"),
    /** The process that runs the queue searches. */
    RUNNING("running"),
    /** Its search found a genotype. */
    FINISHED("finished"),
    /** Somebody ended its search before its end. */
    STOPPED("stopped"),
    /** Its search could not begin or broke off. */
    FAILED("failed");

    private final String label;

    EntryState(String label) {
        this.label = label;
    }

    /** The word used on screen and in files. */
    @JsonValue
    public String label() {
        return label;
    }

    /** Whether its search is over, for good or until it is put back. */
    public boolean isOver() {
        return this != WAITING && this != RUNNING;
    }

    @Override
    public String toString() {
        return label;
    }
}
