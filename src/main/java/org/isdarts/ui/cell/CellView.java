package org.isdarts.ui.cell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.isdarts.event.History;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Choice;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.Term;

/** The cell of the run that is open: its strands in the colours of their operations, thin where they go soon. */
public final class CellView extends Panel {
    private final WorkbenchModel model;
    private final Viewport viewport = new Viewport();
    private final OperationLegend legend = new OperationLegend();
    private final ToggleButton ghosts = new ToggleButton("Discarded");
    private final Choice<CellType> cellTypes;
    private CellDrawing drawing;

    public CellView(WorkbenchModel model) {
        super("Cell", Term.CELL);
        this.model = model;
        setId("cell-view");
        cellTypes = new Choice<>(model.cellType(), List.of(CellType.NORMAL), CellType::label);
        ghosts.setId("ghosts");
        ghosts.getStyleClass().add("small");
        ghosts.setTooltip(new Tooltip("Keep discarded operations visible, faded"));
        Button fit = new Button("Fit");
        fit.getStyleClass().add("small");
        fit.setTooltip(new Tooltip("Show the whole cell (scroll to zoom, drag to move)"));
        fit.setOnAction(click -> viewport.fit());
        controls(cellTypes, ghosts, fit);
        setCenter(viewport);
        setBottom(legend);
        ghosts.selectedProperty().addListener(observable -> show());
        model.shown().addListener(observable -> show());
        model.cellType().addListener(observable -> show());
        model.theme().addListener(observable -> {
            drawing = null;
            show();
        });
        model.selection().addListener(observable -> select());
    }

    private void show() {
        History history = model.shown().get();
        if (history.start() == null) {
            return;
        }
        if (drawing == null || !drawing.space().equals(history.space())) {
            drawing = new CellDrawing(history.space(), this::pick);
            viewport.show(drawing);
            legend.show(history.space(), model.theme().get());
            cellTypes.offer(history.space().cellTypes(), CellType::label);
        }
        drawing.show(
                history,
                model.cellType().get(),
                ghosts.isSelected(),
                model.theme().get());
        select();
    }

    /** An operation first, its whole edge when clicked again. */
    private void pick(Candidate candidate) {
        Selection operation = Selection.of(candidate);
        model.selection()
                .set(operation.equals(model.selection().get()) ? Selection.ofEdge(candidate.edge()) : operation);
    }

    private void select() {
        if (drawing != null) {
            drawing.select(model.selection().get());
        }
    }
}
