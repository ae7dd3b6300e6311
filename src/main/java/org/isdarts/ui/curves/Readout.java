package org.isdarts.ui.curves;

import java.util.List;
import javafx.scene.control.Label;

/** The values at the pointer, beside it on the side with more room. */
final class Readout extends Label {
    private static final double GAP = 10;
    private static final double TOP = 4;

    Readout() {
        getStyleClass().add("readout");
        setManaged(false);
        setMouseTransparent(true);
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
        double own = prefWidth(-1);
        resizeRelocate(x < width / 2 ? x + GAP : x - GAP - own, TOP, own, prefHeight(-1));
    }

    void hide() {
        setVisible(false);
    }
}
