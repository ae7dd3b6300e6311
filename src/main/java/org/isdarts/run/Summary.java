package org.isdarts.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.isdarts.event.SearchEvent;

/**
 * Where a run stands, small enough to list a thousand of them at once.
 *
 * @param state as its process last said
 * @param updated milliseconds since 1970-01-01 UTC
 * @param epoch the last epoch finished, 0 before the first
 * @param train accuracy over that epoch's training; null before the first
 * @param valid accuracy on held-out images after it; null without
 * @param genotype in its notation; null before the end
 * @param message what broke it off; null if nothing did
 */
public record Summary(
        RunState state,
        long updated,
        int epoch,
        SearchEvent.Accuracy train,
        SearchEvent.Accuracy valid,
        String genotype,
        String message) {

    /** Before the first event. */
    static final Summary EMPTY = new Summary(RunState.RUNNING, 0, 0, null, null, null, null);

    /** As {@code summary.json} has it. */
    public byte[] toJson() {
        try {
            return RunJson.MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IOException if it is something else
     */
    public static Summary fromJson(byte[] json) throws IOException {
        return RunJson.MAPPER.readValue(json, Summary.class);
    }

    /** The same, of a run whose process is gone. */
    Summary interrupted() {
        return new Summary(RunState.INTERRUPTED, updated, epoch, train, valid, genotype, message);
    }

    /** After one more event. */
    Summary with(SearchEvent event) {
        if (event instanceof SearchEvent.EpochFinished finished) {
            return new Summary(
                    state, event.time(), finished.epoch(), finished.train(), finished.valid(), genotype, message);
        } else if (event instanceof SearchEvent.SearchStarted) {
            return new Summary(RunState.RUNNING, event.time(), 0, null, null, null, null);
        } else if (event instanceof SearchEvent.Resumed) {
            return in(RunState.RUNNING, event, genotype, null);
        } else if (event instanceof SearchEvent.Paused) {
            return in(RunState.PAUSED, event, genotype, message);
        } else if (event instanceof SearchEvent.Stopped) {
            return in(RunState.STOPPED, event, genotype, message);
        } else if (event instanceof SearchEvent.Failed failed) {
            return in(RunState.FAILED, event, genotype, failed.message());
        } else if (event instanceof SearchEvent.Finished finished) {
            return in(RunState.FINISHED, event, finished.genotype(), null);
        }
        return this;
    }

    private Summary in(RunState newState, SearchEvent event, String foundGenotype, String newMessage) {
        return new Summary(newState, event.time(), epoch, train, valid, foundGenotype, newMessage);
    }
}
