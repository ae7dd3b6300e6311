package org.isdarts.ui.curves;

import java.util.List;
import javafx.scene.control.Label;

/** The values at the pointer, beside it on the side with more room; where the lines are wider than that, over it. */
final class Readout extends Label {
    private static final double GAP = 10;
    private static final double TOP = 4;

    Readout() {
        getStyleClass().add("readout");
        setManaged(false);
        setMouseTransparent(true);
        setWrapText(true);
        hide();
    }

    /**
     * Shows lines of text.
     *
     * @param x of the pointer
     * @param width of the room
     */
    void show(List<String> lines, double x, double width) {
        setText(String.join("\n", lines));
        setVisible(true);
        applyCss();
        double own = Math.min(prefWidth(-1), width);
        double beside = x < width / 2 ? x + GAP : x - GAP - own;
        resizeRelocate(Math.max(0, Math.min(beside, width - own)), TOP, own, prefHeight(own));
    }

    void hide() {
        setVisible(false);
    }
}
