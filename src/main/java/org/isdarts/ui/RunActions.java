package org.isdarts.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.ActionGroup;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FileDialogs;
import org.kordamp.ikonli.feather.Feather;

/** Opening runs and genotypes, and what is done with them. */
final class RunActions {
    private final Window window;
    private final Path runs;
    private final WorkbenchModel model;
    private final RunOpener opener;
    private final SideWindows windows;
    private final Runnable library;
    private final Consumer<Path> enqueue;

    /**
     * Actions of a window.
     *
     * @param runs the folder in which the user is most likely to look for a run
     * @param library moves the keyboard's focus to the list of runs
     * @param enqueue adds the sweep of a folder to the queue
     */
    RunActions(
            Window window,
            Path runs,
            WorkbenchModel model,
            RunOpener opener,
            SideWindows windows,
            Runnable library,
            Consumer<Path> enqueue) {
        this.window = window;
        this.runs = runs;
        this.model = model;
        this.opener = opener;
        this.windows = windows;
        this.library = library;
        this.enqueue = enqueue;
    }

    ActionGroup group() {
        return new ActionGroup(
                "Runs",
                List.of(
                        openFolder(),
                        openFromServer(),
                        openSweep(),
                        newSweep(),
                        filter(),
                        compare(),
                        settings(),
                        viewGenotype(),
                        classify(),
                        export()));
    }

    Action openFolder() {
        return Action.named("Open run")
                .meaning("Open a run folder")
                .icon(Feather.FOLDER)
                .ctrl(KeyCode.O)
                .does(() -> askForFolder("Open a run folder", opener::open));
    }

    Action openFromServer() {
        return Action.named("Open from server")
                .meaning("Open and follow a run or sweep served by another machine")
                .icon(Feather.SERVER)
                .ctrlShift(KeyCode.O)
                .does(() -> windows.showServers(opener));
    }

    private Action openSweep() {
        return Action.named("Open sweep")
                .meaning("Open the folder of a sweep: its runs as they go on, and its table")
                .icon(Feather.GRID)
                .does(() -> FileDialogs.folder(window, "Open the folder of a sweep", windows.placeOfSweeps(sweeps()))
                        .ifPresent(folder -> windows.showSweep(folder, opener)));
    }

    /** Where new sweeps are made. */
    private Path sweeps() {
        return runs.resolveSibling("sweeps");
    }

    private Action newSweep() {
        return Action.named("New sweep")
                .meaning("Set up searches with several strategies, seeds or other settings")
                .icon(Feather.LAYERS)
                .does(() -> windows.showNewSweep(sweeps(), opener, enqueue));
    }

    private Action filter() {
        return Action.named("Filter runs")
                .meaning("Search the list of runs")
                .icon(Feather.FILTER)
                .ctrl(KeyCode.F)
                .does(library);
    }

    Action compare() {
        return Action.named("Compare")
                .meaning("Compare the selected runs, or another run with this one")
                .icon(Feather.COLUMNS)
                .ctrl(KeyCode.D)
                .whyNot(() -> opener.hasSeveralSelected() ? Optional.empty() : whyNotCompare())
                .does(this::askWhatToCompare);
    }

    private Action settings() {
        return settings(model, windows);
    }

    static Action settings(WorkbenchModel model, SideWindows windows) {
        return Action.named("Settings of the run")
                .meaning("Search and copy the settings of the run shown, and the command that repeats it")
                .icon(Feather.SLIDERS)
                .ctrl(KeyCode.I)
                .onlyIf(model::isOpen, "no run is open")
                .does(windows::showSettings);
    }

    private Action viewGenotype() {
        return Action.named("View a genotype")
                .meaning("Draw the cells of a genotype from a file or the clipboard")
                .icon(Feather.SHARE_2)
                .ctrl(KeyCode.G)
                .does(windows::showGenotype);
    }

    private Action classify() {
        return Action.named("Classify images")
                .meaning("See which class the trained network shown, or an exported one, takes an image for")
                .icon(Feather.IMAGE)
                .does(windows::showClassifier);
    }

    Action export() {
        return Action.named("Export")
                .meaning("Write figures and genotype, or copy them")
                .icon(Feather.DOWNLOAD)
                .ctrl(KeyCode.E)
                .onlyIf(model::isOpen, "no run is open")
                .does(windows::showExport);
    }

    private void askForFolder(String title, Consumer<Path> use) {
        FileDialogs.folder(window, title, runs).ifPresent(use);
    }

    /** Compares the runs selected in the library, or the open one with one that is asked for. */
    private void askWhatToCompare() {
        if (opener.hasSeveralSelected()) {
            opener.compare(List.copyOf(opener.selected()));
        } else {
            model.run()
                    .get()
                    .folder()
                    .ifPresent(shown ->
                            askForFolder("Compare with a run folder", other -> opener.compare(List.of(shown, other))));
        }
    }

    private Optional<String> whyNotCompare() {
        if (!model.isOpen()) {
            return Optional.of("no run is open; open one, or select several in the list of runs");
        }
        return model.run().get().folder().isPresent()
                ? Optional.empty()
                : Optional.of("only runs on this machine can be compared; copy its folder here");
    }
}
