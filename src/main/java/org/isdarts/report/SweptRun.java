package org.isdarts.report;

import java.util.List;
import java.util.Optional;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.search.SearchConfig;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;

/**
 * A run of a sweep, whether it has begun or not.
 *
 * @param name what it is called
 * @param config the settings it was planned with
 * @param state where it stands, in a word
 * @param search what happened in it; empty before it began, or if it cannot be read
 */
public record SweptRun(String name, SearchConfig config, String state, Optional<ComparedRun> search) {
    /** The state of a run that has not begun. */
    public static final String WAITING = "waiting";

    /** All runs of a sweep, in its order. */
    public static List<SweptRun> of(SweepFolder sweep) {
        return sweep.runs().parallelStream().map(run -> of(sweep, run)).toList();
    }

    private static SweptRun of(SweepFolder sweep, SweepRun run) {
        if (!RunFolder.isRun(sweep.folderOf(run))) {
            return new SweptRun(run.name(), run.config(), WAITING, Optional.empty());
        }
        try {
            ComparedRun search = ComparedRun.of(RunFolder.open(sweep.folderOf(run)));
            return new SweptRun(
                    run.name(), run.config(), search.summary().state().label(), Optional.of(search));
        } catch (RunException damaged) {
            return new SweptRun(run.name(), run.config(), RunState.DAMAGED.label(), Optional.empty());
        }
    }

    /** What was found, if the search is finished. */
    public Optional<ComparedRun> finished() {
        return search.filter(ComparedRun::isFinished);
    }

    /** Whether it has begun. */
    public boolean hasBegun() {
        return !state.equals(WAITING);
    }
}
