package org.isdarts.ui.compare;

import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** Makes tables as high as their rows, since the page around them scrolls. */
final class TableHeight {
    /** The height of a row of one line. */
    static final double ROW = 30;

    private static final double TITLES = 1.4 * ROW;

    private TableHeight() {}

    /** Fits a table with rows of one line. */
    static void fit(TableView<?> table, int rows) {
        table.setFixedCellSize(ROW);
        fit(table, rows * ROW);
    }

    /** Fits a table whose rows are that high in all. */
    static void fit(Region table, double rows) {
        double height = rows + TITLES;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }
}
