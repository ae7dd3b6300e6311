package org.isdarts.run;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import org.isdarts.event.EpochCount;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchState;

/**
 * Where a run stands, small enough to list a thousand of them at once.
 *
 * @param state as its process last said
 * @param updated milliseconds since 1970-01-01 UTC
 * @param epoch the last epoch finished, 0 before the first
 * @param train accuracy over that epoch's training; null before the first
 * @param test accuracy on test images after it; null without
 * @param genotype in its notation; null before the end
 * @param message what broke it off; null if nothing did
 * @param claim number of the process that says so, from 1; runs of versions without claims say none
 */
public record Summary(
        RunState state,
        long updated,
        int epoch,
        RunEvent.Accuracy train,
        @JsonAlias("valid") RunEvent.Accuracy test,
        String genotype,
        String message,
        int claim) {
    public Summary {
        claim = Math.max(1, claim);
    }

    /** Before the first event. */
    static final Summary EMPTY = new Summary(RunState.RUNNING, 0, 0, null, null, null, null, 1);

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
        return new Summary(RunState.INTERRUPTED, updated, epoch, train, test, genotype, message, claim);
    }

    /** The same, said by the process with that number. */
    Summary by(int process) {
        return new Summary(state, updated, epoch, train, test, genotype, message, process);
    }

    /** The same, of a run whose log is damaged. */
    Summary damaged(String why) {
        return new Summary(RunState.DAMAGED, updated, epoch, train, test, genotype, why, claim);
    }

    /** After these events of a new run. */
    static Summary of(List<RunEvent> events) {
        Summary summary = EMPTY;
        for (RunEvent event : events) {
            summary = summary.with(event);
        }
        return summary;
    }

    /** How many of the planned epochs are over. */
    public EpochCount epochs(int planned) {
        return new EpochCount(epoch, planned);
    }

    /** After one more event. */
    Summary with(RunEvent event) {
        RunState reached = SearchState.after(event).map(RunState::of).orElse(state);
        if (event instanceof RunEvent.Started) {
            return new Summary(RunState.RUNNING, event.time(), 0, null, null, null, null, claim);
        } else if (event instanceof RunEvent.EpochFinished finished) {
            return new Summary(
                    reached,
                    event.time(),
                    finished.epoch(),
                    finished.train(),
                    finished.test(),
                    genotype,
                    message,
                    claim);
        } else if (event instanceof RunEvent.Resumed resumed) {
            return from(resumed);
        } else if (event instanceof RunEvent.Failed failed) {
            return new Summary(reached, event.time(), epoch, train, test, genotype, failed.message(), claim);
        } else if (event instanceof RunEvent.Finished finished) {
            return new Summary(reached, event.time(), epoch, train, test, finished.genotype(), null, claim);
        }
        return reached == state
                ? this
                : new Summary(reached, event.time(), epoch, train, test, genotype, message, claim);
    }

    /** An epoch that is done again is not over, and what it reached is open. */
    private Summary from(RunEvent.Resumed resumed) {
        boolean again = resumed.checkpoint() != null && resumed.epoch() <= epoch;
        return new Summary(
                RunState.RUNNING,
                resumed.time(),
                again ? resumed.epoch() - 1 : epoch,
                again ? null : train,
                again ? null : test,
                genotype,
                null,
                claim);
    }
}
