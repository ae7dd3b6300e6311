package org.isdarts.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.ui.NoticePane.NoticeAction;
import org.isdarts.ui.library.RunRow;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.queue.WindowQueue;
import org.isdarts.ui.remembered.Remembered;

/**
 * Takes up what an earlier start of the program left: follows the run in which another process searches, and offers to resume the
 * one that the user left by quitting, or the newest if it broke off. What was refused once is not offered again.
 */
final class UnfinishedRuns {
    /** The run that the user declined to resume when it was offered last. */
    private static final String REFUSED = "refused";

    /** The run whose search was saved when the user quit. */
    private static final String LEFT = "left";

    private static final Map<RunState, String> HOW_IT_ENDED = Map.of(
            RunState.STOPPED, "was stopped when the window closed",
            RunState.FAILED, "failed",
            RunState.INTERRUPTED, "broke off");

    private final WorkbenchModel model;
    private final WindowQueue queue;
    private final RunOpener opener;
    private final SearchLauncher launcher;
    private final NoticePane notices;
    private final Surroundings surroundings;
    private final Remembered remembered;

    UnfinishedRuns(
            WorkbenchModel model,
            WindowQueue queue,
            RunOpener opener,
            SearchLauncher launcher,
            NoticePane notices,
            Surroundings surroundings,
            Remembered remembered) {
        this.model = model;
        this.queue = queue;
        this.opener = opener;
        this.launcher = launcher;
        this.notices = notices;
        this.surroundings = surroundings;
        this.remembered = remembered;
        model.atRest().addListener((observable, before, now) -> {
            if (now) {
                offerTheOneShown();
            }
        });
    }

    /** Takes up one of these runs, unless one is shown already. */
    void takeUp(List<RunRow> newestFirst) {
        if (model.run().get() == null) {
            newestFirst.stream()
                    .filter(row -> row.summary().state().isLive())
                    .findFirst()
                    .or(() -> newestFirst.stream()
                            .filter(row -> isLeft(row.run().path()))
                            .findFirst())
                    .or(() -> newestFirst.stream().findFirst())
                    .ifPresent(this::takeUp);
        }
    }

    private void takeUp(RunRow row) {
        Path folder = row.run().path();
        if (queue.willGoOnWith(folder) && !queue.isRunElsewhere()) {
            return;
        }
        RunState state = row.summary().state();
        if (state.isLive()) {
            opener.open(folder);
        } else if (state == RunState.STOPPED ? isLeft(folder) : brokeOff(state) && !isRefused(folder)) {
            remembered.keep(Map.of(LEFT, ""));
            offer(row.name(), state, folder);
        }
    }

    /** A damaged run says itself, when it is opened, whether its search can go on. */
    private static boolean brokeOff(RunState state) {
        return state == RunState.FAILED || state == RunState.INTERRUPTED;
    }

    /** Whether quitting stopped its search, which was not meant to end. */
    private boolean isLeft(Path folder) {
        return folder.toString().equals(remembered.all().get(LEFT));
    }

    private boolean isRefused(Path folder) {
        return folder.toString().equals(remembered.all().get(REFUSED));
    }

    /** Has the next start offer to resume a run. */
    void leave(Path run) {
        remembered.keep(Map.of(LEFT, run.toString()));
    }

    private void offer(String name, RunState state, Path folder) {
        notices.offer(
                name + " " + HOW_IT_ENDED.get(state) + " and can continue from its last checkpoint.",
                "Resume",
                () -> launcher.resume(folder),
                () -> remembered.keep(Map.of(REFUSED, folder.toString())));
    }

    /** Where a search broke off without a word of its own. */
    private void offerTheOneShown() {
        if (launcher.canResume() && model.search().isEmpty() && model.state().get() == RunState.INTERRUPTED) {
            model.run().get().folder().ifPresent(folder -> offer(model.name().get(), RunState.INTERRUPTED, folder));
        }
    }

    /** What can be done about a run that failed. */
    List<NoticeAction> help(RunSource run) {
        List<NoticeAction> help = new ArrayList<>();
        run.folder().filter(RunFolder::isRun).ifPresent(folder -> {
            if (run.whyNotResumed().isEmpty()) {
                help.add(new NoticeAction("Resume", () -> launcher.resume(folder)));
            }
            help.add(new NoticeAction("Open folder", () -> surroundings.showFolder(folder)));
        });
        return help;
    }
}
