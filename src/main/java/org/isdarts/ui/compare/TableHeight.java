package org.isdarts.ui.compare;

import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Region;

/** Makes tables as high as their rows, since the page around them scrolls. */
final class TableHeight {
    private static final double ROW = 30;

    private TableHeight() {}

    static void fit(TableView<?> table, int rows) {
        table.setFixedCellSize(ROW);
        fix(table, rows);
    }

    static void fit(TreeTableView<?> table, int rows) {
        table.setFixedCellSize(ROW);
        fix(table, rows);
    }

    private static void fix(Region table, int rows) {
        double height = (rows + 1.4) * ROW;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }
}
