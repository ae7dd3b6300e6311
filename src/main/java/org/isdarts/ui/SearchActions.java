package org.isdarts.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.isdarts.event.SearchState;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.ActionGroup;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.Steering;
import org.isdarts.ui.model.WorkbenchModel;
import org.kordamp.ikonli.feather.Feather;

/** Starting a search and steering it. */
final class SearchActions {
    private static final String ONE_SEARCH = "a search is running here; stop it first";
    private static final String ONLY_LOOKED_AT = "this run is on a server and can only be looked at; steer it there";

    private final Workbench window;
    private final WorkbenchModel model;

    SearchActions(Workbench window, WorkbenchModel model) {
        this.window = window;
        this.model = model;
    }

    ActionGroup group() {
        return new ActionGroup(
                "Search",
                List.of(
                        demo(),
                        newSearch(),
                        newSearchLikeThis(),
                        resume(),
                        pause(),
                        stop(),
                        checkpoint(),
                        backToSearch()));
    }

    /** What steers the search, in the order of the toolbar. */
    List<Action> steering() {
        return List.of(resume(), pause(), stop(), checkpoint());
    }

    Action demo() {
        return Action.named("Try it")
                .meaning("Search on bundled images (about 2 minutes)")
                .icon(Feather.ZAP)
                .onlyIf(this::nothingRunsHere, ONE_SEARCH)
                .does(window::beginDemo);
    }

    Action newSearch() {
        return Action.named("New search")
                .meaning("Set up a search and start it")
                .icon(Feather.PLUS)
                .ctrl(KeyCode.N)
                .onlyIf(this::nothingRunsHere, ONE_SEARCH)
                .does(window::askForNewSearch);
    }

    /** Of a finished run, a running one or one of another machine alike. */
    Action newSearchLikeThis() {
        return Action.named("New search like this")
                .meaning("Set up a search with the settings of the run shown")
                .icon(Feather.COPY)
                .ctrlShift(KeyCode.N)
                .whyNot(this::whyNotLikeThis)
                .does(window::askForSearchLikeTheOneShown);
    }

    private Optional<String> whyNotLikeThis() {
        if (!model.isOpen()) {
            return Optional.of("no run is open");
        }
        return nothingRunsHere() ? Optional.empty() : Optional.of(ONE_SEARCH);
    }

    private Action resume() {
        return Action.named("Resume")
                .meaning("Continue the search")
                .icon(Feather.PLAY)
                .ctrl(KeyCode.R)
                .whyNot(this::whyNotResume)
                .does(this::resumeSearch);
    }

    private Action pause() {
        return Action.named("Pause")
                .meaning("Wait after this batch; Space also continues")
                .icon(Feather.PAUSE)
                .key(KeyCode.SPACE)
                .whyNot(this::whyNotSteer)
                .does(model::pauseOrResume);
    }

    private Action stop() {
        return Action.named("Stop")
                .meaning("Save the state after this batch and end")
                .icon(Feather.SQUARE)
                .ctrl(KeyCode.PERIOD)
                .whyNot(this::whyNotSteer)
                .does(model::stop);
    }

    private Action checkpoint() {
        return Action.named("Checkpoint")
                .meaning("Save the state after this batch and continue")
                .icon(Feather.SAVE)
                .ctrl(KeyCode.S)
                .whyNot(this::whyNotSteer)
                .does(model::checkpoint);
    }

    Action backToSearch() {
        return Action.named("Back to the search")
                .meaning("Show the search that is running in this window")
                .icon(Feather.CORNER_UP_LEFT)
                .ctrl(KeyCode.B)
                .onlyIf(model::searchesUnseen, "no search is running besides the run shown")
                .does(model::showSearch);
    }

    private boolean nothingRunsHere() {
        return model.search().isEmpty();
    }

    private Optional<Path> runFolder() {
        return Optional.ofNullable(model.run().get()).flatMap(RunSource::folder);
    }

    private boolean isRemote() {
        return model.run().get() != null && runFolder().isEmpty();
    }

    private boolean isPaused() {
        return model.search().isPresent()
                && (model.live().get().history().get().state() == SearchState.PAUSED
                        || model.steering().get() == Steering.PAUSE);
    }

    private Optional<String> whyNotSteer() {
        if (nothingRunsHere()) {
            return Optional.of(isRemote() ? ONLY_LOOKED_AT : "no search is running in this window");
        }
        return model.steering().get() == Steering.STOP ? Optional.of("the search is stopping") : Optional.empty();
    }

    private Optional<String> whyNotResume() {
        if (isPaused()) {
            return Optional.empty();
        }
        if (model.search().isPresent()) {
            return Optional.of(
                    model.searchesUnseen()
                            ? "the search " + model.live().get().name().get() + " is running; stop it first"
                            : "the search is running");
        }
        if (isRemote()) {
            return Optional.of(ONLY_LOOKED_AT);
        }
        return window.canResume() ? Optional.empty() : Optional.of("nothing is paused or stopped");
    }

    private void resumeSearch() {
        if (isPaused()) {
            model.pauseOrResume();
        } else {
            runFolder().ifPresent(window::resume);
        }
    }
}
