package org.isdarts.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.isdarts.event.History;
import org.isdarts.run.RunState;
import org.isdarts.ui.NoticePane.NoticeAction;
import org.isdarts.ui.bridge.FxTimer;
import org.isdarts.ui.model.FollowedRun;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.WorkbenchModel;

/**
 * Tells news of the run shown and of the search of this window, in the window and, while the user works in another program,
 * on the desktop. What happened before a run was shown is not told on the desktop, and not at all where it was good or its search
 * goes on here.
 */
final class RunNotifier {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Stage stage;
    private final WorkbenchModel model;
    private final NoticePane notices;
    private final Consumer<Path> open;
    private final Function<RunSource, List<NoticeAction>> helpAfterFailure;
    private final Set<FollowedRun> heard = Collections.newSetFromMap(new WeakHashMap<>());
    private long opened;
    private final Map<FollowedRun, Long> stalledSince = new WeakHashMap<>();

    /**
     * A desk.
     *
     * @param open shows a run
     * @param helpAfterFailure what can be done with a run that failed
     */
    RunNotifier(
            Stage stage,
            WorkbenchModel model,
            NoticePane notices,
            Consumer<Path> open,
            Function<RunSource, List<NoticeAction>> helpAfterFailure) {
        this.stage = stage;
        this.model = model;
        this.notices = notices;
        this.open = open;
        this.helpAfterFailure = helpAfterFailure;
        model.open().addListener((observable, before, now) -> turnTo(now));
        FxTimer looking = new FxTimer(LOOK_AGAIN, this::lookForStall);
        looking.start();
        stage.setOnHidden(hidden -> looking.stop());
    }

    private void turnTo(FollowedRun run) {
        notices.clear();
        opened = System.currentTimeMillis();
        RunNotice.between(History.EMPTY, run.history().get()).forEach(news -> tell(run, news));
        lookForDamage(run);
        if (heard.add(run)) {
            run.history().addListener((observable, before, now) -> RunNotice.between(before, now)
                    .forEach(news -> tell(run, news)));
            run.state().addListener(observable -> lookForDamage(run));
        }
    }

    private void lookForDamage(FollowedRun run) {
        if (run.state().get() == RunState.DAMAGED && run == model.open().get()) {
            notices.show(RunNotice.damage(run.trouble().get(), run.source()), helpAfterFailure.apply(run.source()));
        }
    }

    private void lookForStall() {
        Stream.of(model.live().get(), model.open().get())
                .filter(Objects::nonNull)
                .distinct()
                .filter(run -> run.source().isAlive() && run.trouble().get().isEmpty())
                .forEach(this::lookForStall);
    }

    private void lookForStall(FollowedRun run) {
        RunNotice.ofStall(run.history().get(), opened, System.currentTimeMillis()).stream()
                .filter(news -> !Objects.equals(stalledSince.put(run, news.time()), news.time()))
                .forEach(news -> tell(run, news));
    }

    /** That a search once failed is over where it goes on. */
    private static boolean isWorthTellingLater(FollowedRun run, RunNotice news) {
        return news.kind() != RunNotice.Kind.GOOD && run.source().search().isEmpty();
    }

    private void tell(FollowedRun run, RunNotice news) {
        boolean fresh = news.time() >= opened;
        if (run != model.open().get()) {
            List<NoticeAction> show = run.source().folder().stream()
                    .map(folder -> new NoticeAction("Show it", () -> open.accept(folder)))
                    .toList();
            notices.show(news.of(run.name().get()), show);
        } else if (fresh || isWorthTellingLater(run, news)) {
            notices.show(
                    news, news.kind() == RunNotice.Kind.FAILURE ? helpAfterFailure.apply(run.source()) : List.of());
        }
        if (fresh && DesktopNotice.isWanted()) {
            DesktopNotice.show(stage, run.name().get(), news);
        }
    }
}
