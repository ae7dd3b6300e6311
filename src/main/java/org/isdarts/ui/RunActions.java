package org.isdarts.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.ActionGroup;
import org.isdarts.ui.model.WorkbenchModel;
import org.kordamp.ikonli.feather.Feather;

/** Opening runs and genotypes, and what is done with them. */
final class RunActions {
    private final Workbench window;
    private final WorkbenchModel model;

    RunActions(Workbench window, WorkbenchModel model) {
        this.window = window;
        this.model = model;
    }

    ActionGroup group() {
        return new ActionGroup(
                "Runs",
                List.of(openFolder(), openFromServer(), filter(), compare(), settings(), viewGenotype(), export()));
    }

    Action openFolder() {
        return Action.named("Open run")
                .meaning("Open a run folder")
                .icon(Feather.FOLDER)
                .ctrl(KeyCode.O)
                .does(() -> window.askForFolder("Open a run folder", window::open));
    }

    Action openFromServer() {
        return Action.named("Open from server")
                .meaning("Open and follow a run served by another machine")
                .icon(Feather.SERVER)
                .ctrlShift(KeyCode.O)
                .does(window::askForServer);
    }

    private Action filter() {
        return Action.named("Filter runs")
                .meaning("Search the list of runs")
                .icon(Feather.FILTER)
                .ctrl(KeyCode.F)
                .does(window::goToLibrary);
    }

    Action compare() {
        return Action.named("Compare")
                .meaning("Compare the selected runs, or another run with this one")
                .icon(Feather.COLUMNS)
                .ctrl(KeyCode.D)
                .whyNot(() -> window.hasSeveralSelected() ? Optional.empty() : whyNotCompare())
                .does(window::askWhatToCompare);
    }

    Action settings() {
        return Action.named("Settings of the run")
                .meaning("Search and copy the settings of the run shown, and the command that repeats it")
                .icon(Feather.SLIDERS)
                .ctrl(KeyCode.I)
                .onlyIf(model::isOpen, "no run is open")
                .does(window::showSettings);
    }

    private Action viewGenotype() {
        return Action.named("View a genotype")
                .meaning("Draw the cells of a genotype from a file or the clipboard")
                .icon(Feather.SHARE_2)
                .ctrl(KeyCode.G)
                .does(window::showGenotype);
    }

    Action export() {
        return Action.named("Export")
                .meaning("Write figures and genotype, or copy them")
                .icon(Feather.DOWNLOAD)
                .ctrl(KeyCode.E)
                .onlyIf(model::isOpen, "no run is open")
                .does(window::showExport);
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
