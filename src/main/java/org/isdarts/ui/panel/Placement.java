package org.isdarts.ui.panel;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/** Where a smaller window opens: over the middle of its owner, never beyond its left and upper edge. */
public final class Placement {
    private Placement() {}

    /**
     * Sizes and places a window that is being shown, no larger than the screen; some window managers forget what was
     * asked for before.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public static void over(Window owner, Window window, double width, double height) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double fittingWidth = Math.min(width, screen.getWidth());
        double fittingHeight = Math.min(height, screen.getHeight());
        window.setWidth(fittingWidth);
        window.setHeight(fittingHeight);
        window.setX(owner.getX() + Math.max(0, (owner.getWidth() - fittingWidth) / 2));
        window.setY(owner.getY() + Math.max(0, (owner.getHeight() - fittingHeight) / 2));
    }
}
