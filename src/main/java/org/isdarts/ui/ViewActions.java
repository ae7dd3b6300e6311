package org.isdarts.ui;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.isdarts.space.CellType;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.ActionGroup;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.timeline.Timeline;
import org.kordamp.ikonli.feather.Feather;

/** What the views show of the run, and how large. */
final class ViewActions {
    private final WorkbenchModel model;
    private final Timeline timeline;
    private final ViewLayout views;

    ViewActions(WorkbenchModel model, Timeline timeline, ViewLayout views) {
        this.model = model;
        this.timeline = timeline;
        this.views = views;
    }

    ActionGroup group() {
        return new ActionGroup("Views", List.of(latestEpoch(), play(), otherCell(), fillWindow()));
    }

    private Action latestEpoch() {
        return Action.named("Live")
                .meaning("Follow the latest epoch")
                .icon(Feather.SKIP_FORWARD)
                .key(KeyCode.L)
                .onlyIf(model::isOpen, "no run is open")
                .does(() -> model.epoch().set(WorkbenchModel.LIVE));
    }

    private Action play() {
        return Action.named("Play")
                .meaning("Play the run from its start")
                .icon(Feather.FILM)
                .key(KeyCode.P)
                .onlyIf(model::isOpen, "no run is open")
                .does(timeline::togglePlay);
    }

    private Action otherCell() {
        return Action.named("Other cell")
                .meaning("Show the other cell type")
                .icon(Feather.GRID)
                .key(KeyCode.C)
                .onlyIf(this::hasTwoCells, "this space has one cell type")
                .does(this::switchCell);
    }

    private Action fillWindow() {
        return Action.named("Fill the window")
                .meaning("Maximize the focused view, or restore it")
                .icon(Feather.MAXIMIZE)
                .key(KeyCode.F11)
                .onlyIf(views::canFill, "no view has the focus; click into one, or go there with Tab")
                .does(views::fillOrRestore);
    }

    private boolean hasTwoCells() {
        return model.isOpen() && model.history().get().space().cellTypes().size() > 1;
    }

    private void switchCell() {
        model.cellType().set(model.cellType().get() == CellType.NORMAL ? CellType.REDUCTION : CellType.NORMAL);
    }
}
