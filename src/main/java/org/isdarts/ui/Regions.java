package org.isdarts.ui;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.isdarts.ui.cell.CellView;
import org.isdarts.ui.curves.CurvesView;
import org.isdarts.ui.importance.ImportanceView;
import org.isdarts.ui.inspector.Inspector;
import org.isdarts.ui.mask.MaskView;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Panel;

/** The views between toolbar and timeline. Every one can fill the room of all. */
final class Regions extends StackPane {
    private final WorkbenchModel model;
    private final SplitPane across = new SplitPane();
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
        across.getItems().addAll(left, right, inspector);
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
        visibleProperty().bind(model.run().isNotNull());
        welcome.visibleProperty().bind(model.run().isNull());
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

    /** Puts the view that fills the window back; false if none does. */
    boolean restore() {
        if (filling == null) {
            return false;
        }
        getChildren().remove(filling);
        home.getItems().add(place, filling);
        home.setDividerPositions(dividers);
        across.setVisible(true);
        filling = null;
        return true;
    }
}
