package org.isdarts.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.isdarts.event.RunEvent;
import org.isdarts.run.RunState;
import org.isdarts.run.Wish;
import org.isdarts.space.CellType;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.ActionGroup;
import org.isdarts.ui.model.FollowedRun;
import org.isdarts.ui.model.WorkbenchModel;
import org.kordamp.ikonli.feather.Feather;

/** Starting a search, and steering the one behind the run shown, whatever process of this machine runs it. */
final class SearchActions {
    private static final String ONE_SEARCH = "a search is running here; stop it first";

    private final WorkbenchModel model;
    private final SearchLauncher launcher;
    private final Runnable queue;
    private final NoticePane notices;

    /** @param queue shows the queue */
    SearchActions(WorkbenchModel model, SearchLauncher launcher, Runnable queue, NoticePane notices) {
        this.model = model;
        this.launcher = launcher;
        this.queue = queue;
        this.notices = notices;
    }

    ActionGroup group() {
        return new ActionGroup(
                "Search",
                List.of(
                        demo(),
                        newSearch(),
                        newSearchLikeThis(),
                        queue(),
                        train(),
                        replace(),
                        resume(),
                        pause(),
                        pauseOrResume(),
                        stop(),
                        checkpoint(),
                        backToSearch()));
    }

    /** What steers the search of the run shown, in the order of the toolbar. */
    List<Action> steering() {
        return List.of(resume(), pause(), stop(), checkpoint());
    }

    Action demo() {
        return Action.named("Try it")
                .meaning("Search on drawn images, which needs no download")
                .icon(Feather.ZAP)
                .onlyIf(this::nothingRunsHere, ONE_SEARCH)
                .does(launcher::beginDemo);
    }

    Action newSearch() {
        return Action.named("New search")
                .meaning("Set up a search, and start it or add it to the queue")
                .icon(Feather.PLUS)
                .ctrl(KeyCode.N)
                .does(launcher::setUp);
    }

    /** Of a finished run, a running one or one of another machine alike. */
    Action newSearchLikeThis() {
        return Action.named("New search like this")
                .meaning("Set up a search with the settings of the run shown")
                .icon(Feather.COPY)
                .ctrlShift(KeyCode.N)
                .onlyIf(model::isOpen, "no run is open")
                .does(launcher::setUpLikeTheOneShown);
    }

    Action queue() {
        return Action.named("Queue")
                .meaning("Show the searches that run one after another")
                .icon(Feather.LIST)
                .ctrl(KeyCode.J)
                .does(queue);
    }

    private Action resume() {
        return Action.named("Resume")
                .meaning("Continue the search of the run shown")
                .icon(Feather.PLAY)
                .ctrl(KeyCode.R)
                .whyNot(this::whyNotResume)
                .does(this::resumeSearch);
    }

    private Action train() {
        return train(model, launcher::setUpTrainingOfTheOneShown);
    }

    static Action train(WorkbenchModel model, Runnable setUp) {
        return Action.named("Train this network")
                .meaning("Train the network of the run shown from scratch, to see how accurate it becomes")
                .icon(Feather.TRENDING_UP)
                .ctrlShift(KeyCode.T)
                .whyNot(() -> whyNotTrain(model))
                .does(setUp);
    }

    private Action replace() {
        return Action.named("Replace what was kept")
                .meaning(
                        "Replace what the search kept by what it discarded last, and see whether accuracy falls: Figure 2 of"
                                + " the paper")
                .icon(Feather.REPEAT)
                .whyNot(() -> whyNotTrain(model).or(this::whyNotReplaced))
                .does(launcher::replaceWhatTheOneShownKept);
    }

    private Optional<String> whyNotReplaced() {
        boolean discarded =
                model.history().get().discardings(CellType.NORMAL).findAny().isPresent();
        return discarded && model.run().get().folder().isPresent()
                ? Optional.empty()
                : Optional.of("the run shown did not discard operations step by step");
    }

    private static Optional<String> whyNotTrain(WorkbenchModel model) {
        if (!model.isOpen()) {
            return Optional.of("no run is open");
        }
        return model.history().get().end() instanceof RunEvent.Finished
                ? Optional.empty()
                : Optional.of("the run shown has not finished");
    }

    private Action pause() {
        return Action.named("Pause")
                .meaning("Pause the run shown after its current batch; Space does it, and resumes it")
                .icon(Feather.PAUSE)
                .whyNot(() -> whyNotSteer().or(this::whyNotPaused))
                .does(() -> ask(Wish.Kind.PAUSE));
    }

    private Optional<String> whyNotPaused() {
        return shown().isPaused() ? Optional.of("the run shown is paused already") : Optional.empty();
    }

    /** For the space bar, which is one key for both. */
    private Action pauseOrResume() {
        return Action.named("Pause or resume")
                .meaning("Pause the run shown after its current batch, or continue it where it is paused")
                .icon(Feather.PAUSE_CIRCLE)
                .key(KeyCode.SPACE)
                .whyNot(this::whyNotSteer)
                .does(() -> ask(shown().isPaused() ? Wish.Kind.RESUME : Wish.Kind.PAUSE));
    }

    private Action stop() {
        return Action.named("Stop")
                .meaning("Save the state of the run shown after its current batch and end its search")
                .icon(Feather.SQUARE)
                .ctrl(KeyCode.PERIOD)
                .whyNot(this::whyNotSteer)
                .does(() -> ask(Wish.Kind.STOP));
    }

    private Action checkpoint() {
        return Action.named("Checkpoint")
                .meaning("Save the state of the run shown after its current batch and continue")
                .icon(Feather.SAVE)
                .ctrl(KeyCode.S)
                .whyNot(this::whyNotCheckpoint)
                .does(() -> ask(Wish.Kind.CHECKPOINT));
    }

    Action backToSearch() {
        return Action.named("Back to the search")
                .meaning("Show the search that is running in this window")
                .icon(Feather.CORNER_UP_LEFT)
                .ctrl(KeyCode.B)
                .onlyIf(model::searchesUnseen, "no search is running except the run shown")
                .does(model::showSearch);
    }

    private boolean nothingRunsHere() {
        return model.search().isEmpty();
    }

    private FollowedRun shown() {
        return model.open().get();
    }

    private void ask(Wish.Kind kind) {
        shown().ask(kind).whenComplete((done, refused) -> {
            if (refused != null) {
                warn(refused);
            }
        });
    }

    /** Refused on a thread of the search. */
    private void warn(Throwable refused) {
        Throwable why = refused instanceof CompletionException ? refused.getCause() : refused;
        Platform.runLater(() -> notices.warn(why.getMessage()));
    }

    private Optional<String> whyNotSteer() {
        if (shown() == null) {
            return Optional.of("no run is open");
        }
        if (!model.whyNotSteered().get().isEmpty()) {
            return Optional.of(
                    "the run shown cannot be steered: " + model.whyNotSteered().get() + whereElse());
        }
        return shown().isAsked(Wish.Kind.STOP) ? Optional.of("the search is stopping") : Optional.empty();
    }

    /** Where the search of this window is steered while another run is shown. */
    private String whereElse() {
        return model.searchesUnseen()
                ? "; go back to " + model.live().get().name().get() + " to steer the search of this window"
                : "";
    }

    private Optional<String> whyNotCheckpoint() {
        return whyNotSteer()
                .or(() -> shown().isPaused() ? Optional.of("a paused search is already saved") : Optional.empty());
    }

    private Optional<String> whyNotResume() {
        if (shown() != null && launcher.canResume()) {
            return nothingRunsHere() ? Optional.empty() : Optional.of(ONE_SEARCH);
        }
        if (shown() != null && shown().state().get() == RunState.DAMAGED) {
            return shown().source().whyNotResumed();
        }
        return whyNotSteer()
                .or(() -> shown().isPaused() ? Optional.empty() : Optional.of("the search is running already"));
    }

    private void resumeSearch() {
        if (launcher.canResume()) {
            model.run().get().folder().ifPresent(launcher::resume);
        } else {
            ask(Wish.Kind.RESUME);
        }
    }
}
