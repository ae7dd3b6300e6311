package org.isdarts.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.isdarts.event.SearchState;
import org.isdarts.space.CellType;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.Steering;
import org.isdarts.ui.model.WorkbenchModel;
import org.kordamp.ikonli.feather.Feather;

/** All that can be done in the window. */
final class WorkbenchActions {
    private static final String ONLY_LOOKED_AT = "this run is on a server and can only be looked at; steer it there";

    private final WorkbenchModel model;
    private final Action demo;
    private final Action newSearch;
    private final Action openFolder;
    private final Action openFromServer;
    private final Action resume;
    private final Action pause;
    private final Action stop;
    private final Action checkpoint;
    private final Action compare;
    private final Action genotype;
    private final Action export;
    private final Action theme;
    private final Action motion;
    private final Action filter;
    private final Action fill;
    private final Action palette;
    private final Action live;
    private final Action back;
    private final Action play;
    private final Action otherCell;

    WorkbenchActions(Workbench window, WorkbenchModel model) {
        this.model = model;
        Supplier<Optional<String>> noOther =
                unless(() -> model.search().isEmpty(), "a search is running here; stop it first");
        Supplier<Optional<String>> open = unless(this::isOpen, "no run is open");
        demo = new Action(
                "Try it", "Search on bundled images (about 2 minutes)", Feather.ZAP, null, noOther, window::beginDemo);
        newSearch = new Action(
                "New search",
                "Set up a search and start it",
                Feather.PLUS,
                ctrl(KeyCode.N),
                noOther,
                window::askForNewSearch);
        openFolder = new Action(
                "Open run",
                "Open a run folder",
                Feather.FOLDER,
                ctrl(KeyCode.O),
                Optional::empty,
                () -> window.askForFolder("Open a run folder", window::open));
        openFromServer = new Action(
                "Open from server",
                "Open a run that another machine offers, and follow it",
                Feather.SERVER,
                new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                Optional::empty,
                window::askForServer);
        resume = new Action(
                "Resume",
                "Go on with the search",
                Feather.PLAY,
                ctrl(KeyCode.R),
                () -> whyNotGoOn(window),
                () -> goOn(window));
        pause = new Action(
                "Pause",
                "Wait after this batch; Space also lets it go on",
                Feather.PAUSE,
                new KeyCodeCombination(KeyCode.SPACE),
                this::whyNotSteer,
                model::pauseOrResume);
        stop = new Action(
                "Stop",
                "Save the state after this batch and end",
                Feather.SQUARE,
                ctrl(KeyCode.PERIOD),
                this::whyNotSteer,
                model::stop);
        checkpoint = new Action(
                "Checkpoint",
                "Save the state after this batch and go on",
                Feather.SAVE,
                ctrl(KeyCode.S),
                this::whyNotSteer,
                model::checkpoint);
        compare = new Action(
                "Compare",
                "Set the selected runs side by side, or another beside this one",
                Feather.COLUMNS,
                ctrl(KeyCode.D),
                () -> window.hasSeveralSelected() ? Optional.empty() : whyNotCompare(),
                window::askWhatToCompare);
        genotype = new Action(
                "View a genotype",
                "Draw the cells of a genotype from a file or the clipboard",
                Feather.SHARE_2,
                ctrl(KeyCode.G),
                Optional::empty,
                window::showGenotype);
        export = new Action(
                "Export",
                "Write figures and genotype, or copy them",
                Feather.DOWNLOAD,
                ctrl(KeyCode.E),
                open,
                window::showExport);
        theme = new Action(
                "Theme",
                "Switch between light and dark",
                Feather.MOON,
                ctrl(KeyCode.T),
                Optional::empty,
                () -> window.look().switchTheme());
        filter = new Action(
                "Filter runs",
                "Go to the list of runs and type what to look for",
                Feather.FILTER,
                ctrl(KeyCode.F),
                Optional::empty,
                window::goToLibrary);
        fill = new Action(
                "Fill the window",
                "Let the view with the keyboard's focus fill the window, or put it back",
                Feather.MAXIMIZE,
                new KeyCodeCombination(KeyCode.F11),
                unless(window::canFill, "no view has the focus; click into one, or go there with Tab"),
                window::fillOrRestore);
        motion = new Action(
                "Reduce motion",
                "Let nothing move by itself, or let it move again",
                Feather.WIND,
                null,
                Optional::empty,
                () -> window.look().switchMotion());
        palette = new Action(
                "Commands",
                "Find what can be done by its name",
                Feather.SEARCH,
                ctrl(KeyCode.K),
                Optional::empty,
                window::showPalette);
        back = new Action(
                "Back to the search",
                "Show the search that goes on in this window",
                Feather.CORNER_UP_LEFT,
                ctrl(KeyCode.B),
                unless(model::searchesUnseen, "no search goes on besides the run shown"),
                model::showSearch);
        live = new Action(
                "Live",
                "Follow the latest epoch",
                Feather.SKIP_FORWARD,
                new KeyCodeCombination(KeyCode.L),
                open,
                () -> model.epoch().set(WorkbenchModel.LIVE));
        play = new Action(
                "Play",
                "Play the run from its start",
                Feather.FILM,
                new KeyCodeCombination(KeyCode.P),
                open,
                window::togglePlay);
        otherCell = new Action(
                "Other cell",
                "Show the other cell type",
                Feather.GRID,
                new KeyCodeCombination(KeyCode.C),
                unless(this::hasTwoCells, "this space has one cell type"),
                this::switchCell);
    }

    private static KeyCombination ctrl(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static Supplier<Optional<String>> unless(BooleanSupplier possible, String otherwise) {
        return () -> possible.getAsBoolean() ? Optional.empty() : Optional.of(otherwise);
    }

    private boolean isOpen() {
        return model.run().get() != null && model.history().get().start() != null;
    }

    private Optional<Path> runFolder() {
        return Optional.ofNullable(model.run().get()).flatMap(RunSource::folder);
    }

    private boolean isRemote() {
        return model.run().get() != null && runFolder().isEmpty();
    }

    private Optional<String> whyNotCompare() {
        if (!isOpen()) {
            return Optional.of("no run is open; open one, or select several in the list of runs");
        }
        return isRemote()
                ? Optional.of("only runs on this machine can be compared; copy its folder here")
                : Optional.empty();
    }

    private boolean isPaused() {
        return model.search().isPresent()
                && (model.live().get().history().get().state() == SearchState.PAUSED
                        || model.steering().get() == Steering.PAUSE);
    }

    private Optional<String> whyNotSteer() {
        if (model.search().isEmpty()) {
            return Optional.of(isRemote() ? ONLY_LOOKED_AT : "no search is running in this window");
        }
        return model.steering().get() == Steering.STOP ? Optional.of("the search is stopping") : Optional.empty();
    }

    private Optional<String> whyNotGoOn(Workbench window) {
        if (isPaused()) {
            return Optional.empty();
        }
        if (model.search().isPresent()) {
            return Optional.of(
                    model.searchesUnseen()
                            ? "the search " + model.live().get().name().get() + " goes on; stop it first"
                            : "the search is running");
        }
        if (isRemote()) {
            return Optional.of(ONLY_LOOKED_AT);
        }
        return window.canResume() ? Optional.empty() : Optional.of("nothing is paused or stopped");
    }

    private void goOn(Workbench window) {
        if (isPaused()) {
            model.pauseOrResume();
        } else {
            runFolder().ifPresent(window::resume);
        }
    }

    private boolean hasTwoCells() {
        return isOpen() && model.history().get().space().cellTypes().size() > 1;
    }

    private void switchCell() {
        model.cellType().set(model.cellType().get() == CellType.NORMAL ? CellType.REDUCTION : CellType.NORMAL);
    }

    Action demo() {
        return demo;
    }

    Action newSearch() {
        return newSearch;
    }

    Action openFolder() {
        return openFolder;
    }

    Action openFromServer() {
        return openFromServer;
    }

    Action back() {
        return back;
    }

    /** What steers the search, in the order of the toolbar. */
    List<Action> steering() {
        return List.of(resume, pause, stop, checkpoint);
    }

    /** What is done with a run. */
    List<Action> withRun() {
        return List.of(compare, export);
    }

    /** What concerns the window. */
    List<Action> ofWindow() {
        return List.of(palette, theme);
    }

    List<Action> all() {
        return List.of(
                demo,
                newSearch,
                openFolder,
                openFromServer,
                resume,
                pause,
                stop,
                checkpoint,
                compare,
                genotype,
                export,
                back,
                live,
                play,
                otherCell,
                palette,
                theme,
                motion,
                filter,
                fill);
    }
}
