package org.isdarts.ui.model;

/** What the user asked of the running search and it has not done yet; it looks between two batches. */
public enum Steering {
    NONE(""),
    PAUSE("pausing after this batch"),
    RESUME("resuming"),
    CHECKPOINT("saving after this batch"),
    STOP("stopping after this batch");

    private final String words;

    Steering(String words) {
        this.words = words;
    }

    /** What the status bar says; empty for nothing. */
    public String words() {
        return words;
    }
}
