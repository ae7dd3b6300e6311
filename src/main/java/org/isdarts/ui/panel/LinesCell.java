package org.isdarts.ui.panel;

import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

/** A cell of lines that wrap: as wide as its list, and as high as all of them. */
public abstract class LinesCell<T> extends ListCell<T> {
    private static final double BAR = 14;

    private Region lines;

    /** Says what the lines are in, which is shown as the cell's graphic where it is not empty. */
    protected final void wrap(Region content) {
        lines = content;
        // The list's width, not the longest line, decides how wide a cell is.
        setPrefWidth(0);
    }

    /** A cell is as wide as its list, whose bar takes some of it. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double own = getWidth() > 0 ? getWidth() : getListView().getWidth() - BAR;
        double room = width > 0 ? width : own;
        Insets around = getInsets();
        return lines.prefHeight(room - around.getLeft() - around.getRight()) + around.getTop() + around.getBottom();
    }
}
