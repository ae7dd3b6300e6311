package org.isdarts.report;

import java.nio.file.Path;
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
 * @param evaluation the training of what it found; likewise
 */
public record SweptRun(
        String name,
        SearchConfig config,
        String state,
        Optional<ComparedRun> search,
        Optional<ComparedRun> evaluation) {
    /** The state of a run that has not begun. */
    public static final String WAITING = "waiting";

    /** All runs of a sweep, in its order. */
    public static List<SweptRun> of(SweepFolder sweep) {
        return sweep.runs().parallelStream().map(run -> of(sweep, run)).toList();
    }

    private static SweptRun of(SweepFolder sweep, SweepRun run) {
        try {
            String state = sweep.stateOf(run).map(RunState::label).orElse(WAITING);
            return new SweptRun(
                    run.name(), run.config(), state, read(sweep.folderOf(run)), read(sweep.evaluationOf(run)));
        } catch (RunException damaged) {
            return new SweptRun(run.name(), run.config(), RunState.DAMAGED.label(), Optional.empty(), Optional.empty());
        }
    }

    private static Optional<ComparedRun> read(Path folder) {
        return Optional.of(folder).filter(RunFolder::isRun).map(RunFolder::open).map(ComparedRun::of);
    }

    /** What was found, if the search is finished. */
    public Optional<ComparedRun> finished() {
        return search.filter(ComparedRun::isFinished);
    }

    /** Test accuracy of the trained network after its last epoch, in [0, 1]; NaN before that. */
    public double evaluated() {
        return evaluation.filter(ComparedRun::isFinished).map(ComparedRun::test).orElse(Double.NaN);
    }

    /** Whether it has begun. */
    public boolean hasBegun() {
        return search.isPresent() || !state.equals(WAITING);
    }
}
