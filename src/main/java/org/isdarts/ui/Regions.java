package org.isdarts.ui;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.isdarts.run.RunFolder;
import org.isdarts.ui.cell.CellView;
import org.isdarts.ui.compare.ComparePane;
import org.isdarts.ui.curves.CurvesView;
import org.isdarts.ui.importance.ImportanceView;
import org.isdarts.ui.inspector.Inspector;
import org.isdarts.ui.mask.MaskView;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Panel;

/**
 * The views between toolbar and timeline. Every one can fill the room of all, and a comparison of runs takes their place
 * beside the library.
 */
final class Regions extends StackPane {
    private final WorkbenchModel model;
    private final SplitPane across = new SplitPane();
    private final List<Node> views;
    private final ComparePane comparison;
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private double[] viewDividers;
    private Panel filling;
    private SplitPane home;
    private int place;
    private double[] dividers;

    Regions(WorkbenchModel model) {
        this.model = model;
        Panel cell = new CellView(model);
        Panel curves = new CurvesView(model);
        Panel importance = new ImportanceView(model);
        Panel mask = new MaskView(model);
        Panel inspector = new Inspector(model);
        SplitPane left = column(0.52, cell, curves);
        SplitPane right = column(0.55, importance, mask);
        views = List.of(left, right, inspector);
        comparison = new ComparePane(model);
        comparison.setOnBack(this::leaveComparison);
        model.run().addListener(observable -> leaveComparison());
        across.getItems().addAll(views);
        across.setDividerPositions(0.37, 0.8);
        SplitPane.setResizableWithParent(inspector, false);
        inspector.setMinWidth(230);
        for (Panel panel : List.of(cell, curves, importance, mask, inspector)) {
            panel.onFill(() -> fillOrRestore(panel));
        }
        getChildren().add(across);
    }

    private static SplitPane column(double divider, Panel above, Panel below) {
        SplitPane column = new SplitPane(above, below);
        column.setOrientation(Orientation.VERTICAL);
        column.setDividerPositions(divider);
        return column;
    }

    /** Until a run is open, shows what could be done instead. */
    Node withEmptyState(Node welcome) {
        StackPane both = new StackPane(this, welcome);
        visibleProperty().bind(model.run().isNotNull().or(comparing));
        welcome.visibleProperty().bind(visibleProperty().not());
        return both;
    }

    void setLibrary(Node library) {
        across.getItems().add(0, library);
        SplitPane.setResizableWithParent(library, false);
        across.setDividerPositions(0.15, 0.46, 0.81);
    }

    private void fillOrRestore(Panel panel) {
        if (!restore()) {
            fill(panel);
        }
    }

    private void fill(Panel panel) {
        home = (SplitPane) panel.getParent().getParent();
        place = home.getItems().indexOf(panel);
        dividers = home.getDividerPositions();
        home.getItems().remove(panel);
        across.setVisible(false);
        getChildren().add(panel);
        filling = panel;
    }

    /** Sets runs side by side. */
    void compare(List<RunFolder> runs) {
        restore();
        viewDividers = across.getDividerPositions();
        across.getItems().removeAll(views);
        across.getItems().add(comparison);
        across.setDividerPositions(viewDividers[0]);
        comparing.set(true);
        comparison.compare(runs);
    }

    private boolean leaveComparison() {
        if (!comparing.get()) {
            return false;
        }
        across.getItems().remove(comparison);
        across.getItems().addAll(views);
        across.setDividerPositions(viewDividers);
        comparing.set(false);
        return true;
    }

    /** Puts all views back where one fills the window or a comparison is shown; false if all are there. */
    boolean restore() {
        if (filling == null) {
            return leaveComparison();
        }
        getChildren().remove(filling);
        home.getItems().add(place, filling);
        home.setDividerPositions(dividers);
        across.setVisible(true);
        filling = null;
        return true;
    }
}
