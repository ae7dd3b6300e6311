package org.isdarts.ui.panel;

import javafx.stage.Window;

/** Where a smaller window opens: over the middle of its owner, never beyond its left and upper edge. */
public final class Placement {
    private Placement() {}

    /**
     * Sizes and places a window that is being shown; some window managers forget what was asked for before.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public static void over(Window owner, Window window, double width, double height) {
        window.setWidth(width);
        window.setHeight(height);
        window.setX(owner.getX() + Math.max(0, (owner.getWidth() - width) / 2));
        window.setY(owner.getY() + Math.max(0, (owner.getHeight() - height) / 2));
    }
}
