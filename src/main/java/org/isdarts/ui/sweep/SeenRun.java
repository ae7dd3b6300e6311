package org.isdarts.ui.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isdarts.event.EpochCount;
import org.isdarts.report.SweptRun;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.Summary;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;
import org.isdarts.text.Numbers;

/**
 * A run of a sweep as the matrix shows it.
 *
 * @param name of its run folder
 * @param folder where it is, once it has begun
 * @param state where it stands, in a word
 * @param here whether a process of this machine does it
 * @param words how far it is, or how good
 * @param process which process of which machine does it; empty where none does
 */
record SeenRun(String name, Path folder, String state, boolean here, String words, Optional<String> process) {
    /** Looks at a run now. */
    static SeenRun of(SweepFolder sweep, SweepRun run) {
        try {
            Optional<RunState> state = sweep.stateOf(run);
            List<Path> begun = sweep.begunOf(run);
            Path folder = begun.isEmpty() ? sweep.folderOf(run) : begun.get(begun.size() - 1);
            return new SeenRun(
                    run.name(),
                    folder,
                    state.map(RunState::label).orElse(SweptRun.WAITING),
                    RunFolder.isRun(folder) && RunFolder.open(folder).isSearchedHere(),
                    sweep.failureOf(run)
                            .map(reason -> RunState.FAILED.label() + ": " + reason)
                            .or(() -> state.map(known -> words(known, sweep, folder)))
                            .orElse(SweptRun.WAITING),
                    state.filter(RunState::isLive)
                            .flatMap(live -> RunFolder.open(folder).process()));
        } catch (RunException damaged) {
            return new SeenRun(
                    run.name(),
                    sweep.folderOf(run),
                    RunState.DAMAGED.label(),
                    false,
                    RunState.DAMAGED.label(),
                    Optional.empty());
        }
    }

    private static String words(RunState state, SweepFolder sweep, Path folder) {
        if (state == RunState.FINISHED) {
            Summary summary = sweep.finishedRuns().summary(folder);
            return summary.test() == null
                    ? state.label()
                    : Numbers.percent(summary.test().top1());
        }
        EpochCount epochs = RunFolder.open(folder).epochs();
        return state.label() + ", " + epochs.done() + "/" + epochs.planned();
    }

    /** All that is known of it, in a line. */
    String line() {
        return name + ": " + words + process.map(who -> ", by " + who).orElse("");
    }

    boolean hasBegun() {
        return RunFolder.isRun(folder);
    }

    boolean isFinished() {
        return state.equals(RunState.FINISHED.label());
    }

    boolean isPausedHere() {
        return here && state.equals(RunState.PAUSED.label());
    }

    boolean isRunningHere() {
        return here && state.equals(RunState.RUNNING.label());
    }

    boolean isLive() {
        return state.equals(RunState.RUNNING.label()) || state.equals(RunState.PAUSED.label());
    }

    /** Whether whoever does what is left of the sweep would do it. */
    boolean isLeft() {
        return !isFinished() && !isLive() && !state.equals(RunState.FAILED.label());
    }
}
