package org.isdarts.event;

import java.util.Optional;

/** What a search is doing, as far as its events tell. */
public enum SearchState {
    /** Nothing is trained yet. */
    PREPARING("preparing"),
    /** Training batches. */
    TRAINING("training"),
    /** The epoch's batches are done; accuracy and importance are being measured. */
    MEASURING("measuring"),
    /** Operations are being discarded, the net is made narrower. */
    SHRINKING("shrinking"),
    /** Paused until it is resumed. */
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

    /** What a search does once it recorded this event; empty where the event does not tell. */
    public static Optional<SearchState> after(RunEvent event) {
        if (event instanceof RunEvent.BatchProgress batch) {
            return Optional.of(batch.step() < batch.stepsPerEpoch() ? TRAINING : MEASURING);
        } else if (event instanceof SearchEvent.OperationsDiscarded) {
            return Optional.of(SHRINKING);
        } else if (event instanceof SearchEvent.MaskChanged changed) {
            return Optional.of(changed.epoch() == 0 ? PREPARING : TRAINING);
        } else if (event instanceof RunEvent.EpochFinished || event instanceof RunEvent.Resumed) {
            return Optional.of(TRAINING);
        } else if (event instanceof RunEvent.Paused) {
            return Optional.of(PAUSED);
        } else if (event instanceof RunEvent.Stopped) {
            return Optional.of(STOPPED);
        } else if (event instanceof RunEvent.Failed) {
            return Optional.of(FAILED);
        } else if (event instanceof RunEvent.Finished) {
            return Optional.of(FINISHED);
        }
        return Optional.empty();
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
