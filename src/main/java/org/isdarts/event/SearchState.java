package org.isdarts.event;

/** What a search is doing, as far as its events tell. */
public enum SearchState {
    /** Nothing is trained yet. */
    PREPARING("preparing"),
    /** Training batches. */
    TRAINING("running"),
    /** The epoch's batches are done; accuracy and importance are being measured. */
    MEASURING("measuring"),
    /** Operations are being discarded, the net is made narrower. */
    SHRINKING("shrinking"),
    /** Waiting until it is told to go on. */
    PAUSED("paused"),
    /** At its end, with a genotype. */
    FINISHED("finished"),
    /** Ended early by the user; can be resumed. */
    STOPPED("stopped"),
    /** Broken off by an error. */
    FAILED("failed");

    private final String label;

    SearchState(String label) {
        this.label = label;
    }

    /** The word used on screen. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
