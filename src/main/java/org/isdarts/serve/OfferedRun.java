package org.isdarts.serve;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.isdarts.event.EpochCount;
import org.isdarts.run.Labels;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;
import org.isdarts.run.UnreadableRun;

/**
 * A run as a server lists it.
 *
 * @param name of its folder; with it the run is asked for
 * @param title its title; its name if it was given none
 * @param space name of the search space
 * @param state word for where it stands
 * @param epoch the last epoch finished, 0 before the first
 * @param epochs how many it is to have
 * @param test accuracy on test images after that epoch, in [0, 1]; null without
 * @param started milliseconds since 1970-01-01 UTC
 * @param message why it failed or is damaged; null where neither
 */
public record OfferedRun(
        String name,
        String title,
        String space,
        String state,
        int epoch,
        int epochs,
        @JsonAlias("heldOut") Double test,
        long started,
        String message) {
    /** Whether it can be opened: one whose manifest is damaged is listed and nothing more. */
    public boolean canBeOpened() {
        return !space.isEmpty();
    }

    /** How many of its epochs are over. */
    public EpochCount epochCount() {
        return new EpochCount(epoch, epochs);
    }

    static OfferedRun of(RunFolder run) {
        Summary summary = run.summary();
        return new OfferedRun(
                run.path().getFileName().toString(),
                Labels.nameOf(run.path()),
                run.manifest().configuration().space(),
                summary.state().label(),
                summary.epoch(),
                run.manifest().configuration().epochs(),
                summary.test() == null ? null : summary.test().top1(),
                run.manifest().started(),
                summary.message());
    }

    static OfferedRun of(UnreadableRun run) {
        return new OfferedRun(run.name(), run.name(), "", run.state(), 0, 0, null, 0, run.why());
    }
}
