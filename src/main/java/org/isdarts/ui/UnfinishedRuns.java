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
                            .limit(1)
                            .filter(this::isOffered)
                            .findFirst())
                    .or(() -> newestFirst.stream()
                            .filter(row -> isLeft(row.run().path()))
                            .filter(this::isOffered)
                            .findFirst())
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
        } else {
            offer(row.name(), state, folder);
        }
    }

    /** Whether to offer to resume it. A run that another one keeps from being offered is offered by the next start. */
    private boolean isOffered(RunRow row) {
        Path folder = row.run().path();
        RunState state = row.summary().state();
        return state == RunState.STOPPED ? isLeft(folder) : brokeOff(state) && !isRefused(folder);
    }

    /** A damaged run says itself, when it is opened, whether its search can go on. */
    private static boolean brokeOff(RunState state) {
        return state == RunState.FAILED || state == RunState.INTERRUPTED;
    }

    /** Whether quitting stopped its search, which was not meant to end. */
    private boolean isLeft(Path folder) {
        return whole(folder).equals(remembered.all().get(LEFT));
    }

    private boolean isRefused(Path folder) {
        return whole(folder).equals(remembered.all().get(REFUSED));
    }

    /** The same for one folder, from wherever the program was started. */
    private static String whole(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }

    /** Has the next start offer to resume a run. */
    void leave(Path run) {
        remembered.keep(Map.of(LEFT, whole(run)));
    }

    private void offer(String name, RunState state, Path folder) {
        if (isLeft(folder)) {
            remembered.keep(Map.of(LEFT, ""));
        }
        notices.offer(
                name + " " + HOW_IT_ENDED.get(state) + " and can continue from its last checkpoint.",
                "Resume",
                () -> launcher.resume(folder),
                () -> remembered.keep(Map.of(REFUSED, whole(folder))));
    }

    /** Where it broke off without a word of its own, or where quitting stopped it. */
    private void offerTheOneShown() {
        if (launcher.canResume() && model.search().isEmpty()) {
            RunState state = model.state().get();
            model.run()
                    .get()
                    .folder()
                    .filter(folder -> state == RunState.INTERRUPTED || (state == RunState.STOPPED && isLeft(folder)))
                    .ifPresent(folder -> offer(model.name().get(), state, folder));
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
