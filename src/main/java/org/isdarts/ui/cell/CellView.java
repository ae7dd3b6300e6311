package org.isdarts.ui.cell;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.isdarts.event.History;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.cell.CellFigure.Coloring;
import org.isdarts.figure.cell.CellScores;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;
import org.isdarts.ui.model.NextDiscards;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Choice;
import org.isdarts.ui.panel.LookMenu;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.Term;

/** The cell of the run that is open: its strands in the colors of their operations or importance, thin where they go soon. */
public final class CellView extends Panel {
    private static final double GHOST = 0.16;
    private static final Duration FADE = Duration.millis(300);
    private final WorkbenchModel model;
    private final Viewport viewport = new Viewport();
    private final Label message = new Label();
    private final OperationLegend legend = new OperationLegend();
    private final ToggleButton ghosts = new ToggleButton("Discarded");
    private final ObjectProperty<Coloring> coloring = new SimpleObjectProperty<>(Coloring.OPERATION);
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
        fit.setTooltip(new Tooltip("Show the whole cell (scroll, + or - to zoom; drag or Shift+arrow keys to move)"));
        fit.setOnAction(click -> viewport.fit());
        fit.disableProperty().bind(viewport.fitting());
        LookMenu look = new LookMenu("What the color of a strand stands for");
        look.setId("cell-look");
        look.add("Color", new Choice<>(coloring, List.of(Coloring.values()), Coloring::label));
        controls(cellTypes, ghosts, look, fit);
        message.setId("cell-message");
        message.setWrapText(true);
        message.setMouseTransparent(true);
        message.getStyleClass().add("empty-message");
        setCenter(new StackPane(viewport, message));
        viewport.setAccessibleRole(AccessibleRole.NODE);
        viewport.setAccessibleRoleDescription("cell");
        viewport.setAccessibleHelp("Arrow keys select operations: up and down one by one, left and right edge by edge");
        viewport.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
        setBottom(legend);
        ghosts.selectedProperty().addListener(observable -> show(Duration.ZERO));
        coloring.addListener(observable -> show(Duration.ZERO));
        model.look().onImportanceChange(() -> show(Duration.ZERO));
        model.shown().addListener(observable -> show(model.reduceMotion().get() ? Duration.ZERO : FADE));
        model.run().addListener(observable -> show(Duration.ZERO));
        model.cellType().addListener(observable -> show(Duration.ZERO));
        model.theme().addListener(observable -> show(Duration.ZERO));
        model.selection().addListener(observable -> mark());
        model.hovered().addListener(observable -> mark());
        forget();
    }

    private void show(Duration fading) {
        History history = model.shown().get();
        if (history.start() == null) {
            forget();
            return;
        }
        message.setText("");
        if (drawing == null || !drawing.space().equals(history.space())) {
            drawing = new CellDrawing(history.space(), model);
            viewport.show(drawing);
            cellTypes.offer(history.space().cellTypes(), CellType::label);
        }
        CellType cellType = model.cellType().get();
        FigureTheme theme = model.theme().get();
        CellScores measured = model.figures().importance(cellType).orElse(null);
        // Before the first measurement there is nothing to color by.
        Coloring possible = measured == null ? Coloring.OPERATION : coloring.get();
        drawing.show(
                history, cellType, measured, new CellOptions(possible, ghosts.isSelected() ? GHOST : 0, fading, theme));
        explain(history.space(), possible, measured, theme);
        legend.explainMarks(
                !NextDiscards.of(history, cellType).isEmpty(), measured != null && hasInfinite(measured.values()));
        mark();
    }

    /** Says why there is no cell yet. */
    private void forget() {
        drawing = null;
        viewport.clear();
        legend.getChildren().clear();
        message.setText(whyEmpty());
        viewport.setAccessibleText("Cell. " + whyEmpty());
    }

    private String whyEmpty() {
        if (model.run().get() == null) {
            return "Open a run, or begin a search, to see its cell here.";
        }
        return model.history().get().end() == null
                ? model.run().get().preparing()
                : "The search ended before its first batch.";
    }

    private void explain(SearchSpace space, Coloring colored, CellScores measured, FigureTheme theme) {
        if (colored == Coloring.IMPORTANCE) {
            legend.show(space, theme, measured);
        } else {
            legend.show(space, theme);
        }
    }

    private static boolean hasInfinite(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(Double::isInfinite);
    }

    private void step(KeyEvent press) {
        if (drawing != null && press.getCode().isArrowKey() && !press.isShiftDown()) {
            Selection selected = model.selection().get();
            Candidate from = selected == null ? null : selected.candidates().get(0);
            drawing.toward(press.getCode(), from)
                    .ifPresent(candidate -> model.selection().set(Selection.of(candidate)));
            press.consume();
        }
    }

    private void mark() {
        if (drawing != null) {
            Selection selected = model.selection().get();
            drawing.mark(selected, model.hovered().get());
            viewport.setAccessibleText(
                    selected == null
                            ? "Cell; nothing is selected"
                            : drawing.words(selected.candidates().get(0)));
        }
    }
}
