package org.isdarts.ui.panel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/** Where a smaller window opens: over the middle of its owner, never beyond the screen. */
public final class Placement {
    private static final double USUAL_TEXT = 12;

    private static final Pattern TEXT_SIZE = Pattern.compile("-fx-font-size: (\\d+)px");

    private Placement() {}

    /** The size of text that the user chose, in pixels, as the style of a window's root says. */
    private static double textSize(Window window) {
        Matcher size = TEXT_SIZE.matcher(window.getScene().getRoot().getStyle());
        return size.find() ? Double.parseDouble(size.group(1)) : USUAL_TEXT;
    }

    /**
     * Sizes and places a window that is being shown, no larger than the screen; some window managers forget what was
     * asked for before.
     *
     * @param width in pixels, for text of the usual size; larger text gets more room
     * @param height likewise
     */
    public static void over(Window owner, Window window, double width, double height) {
        Rectangle2D screen = screenOf(owner).getVisualBounds();
        double larger = Math.max(1, textSize(owner) / USUAL_TEXT);
        double fittingWidth = Math.min(width * larger, screen.getWidth());
        double fittingHeight = Math.min(height * larger, screen.getHeight());
        window.setWidth(fittingWidth);
        window.setHeight(fittingHeight);
        double x = within(
                screen.getMinX(),
                owner.getX() + (owner.getWidth() - fittingWidth) / 2,
                screen.getMaxX() - fittingWidth);
        double y = within(
                screen.getMinY(),
                owner.getY() + (owner.getHeight() - fittingHeight) / 2,
                screen.getMaxY() - fittingHeight);
        window.setX(x);
        window.setY(y);
        window.yProperty().addListener(new Return(window, x, y, screen.getMinY()));
    }

    /** Brings a window back whose title a window manager has put above the screen, as openbox does while it frames it. */
    private static final class Return implements InvalidationListener {
        /** A window manager that insists is let be. */
        private int triesLeft = 3;

        private final Window window;
        private final double x;
        private final double y;
        private final double top;

        Return(Window window, double x, double y, double top) {
            this.window = window;
            this.x = x;
            this.y = y;
            this.top = top;
        }

        @Override
        public void invalidated(Observable moved) {
            if (window.getY() < top && triesLeft > 0) {
                triesLeft--;
                Platform.runLater(() -> {
                    window.setX(x);
                    window.setY(y);
                });
            }
        }
    }

    private static Screen screenOf(Window window) {
        return Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .stream()
                .findFirst()
                .orElse(Screen.getPrimary());
    }

    private static double within(double least, double wanted, double most) {
        return Math.max(least, Math.min(wanted, most));
    }
}
