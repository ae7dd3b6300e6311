package org.isdarts.ui;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.isdarts.ui.remembered.Remembered;

/** Where the window was and how its regions divided it. At the first start it takes the whole of a small screen. */
final class RememberedWindow {
    private static final String PLACE = "place";
    private static final String MAXIMIZED = "maximized";
    private static final String DIVIDERS = "dividers-";
    /** With less, names of controls are cut. */
    private static final double LEAST_WIDTH = 1000;

    private static final double LEAST_HEIGHT = 600;
    private static final double OF_SCREEN = 0.85;
    private static final double ROOMY_WIDTH = 1600;
    private static final double ROOMY_HEIGHT = 1000;

    private final Remembered store;

    RememberedWindow(Remembered store) {
        this.store = store;
    }

    /** Puts a window that is not shown yet where it was. */
    void restore(Stage stage, Map<String, SplitPane> regions) {
        Map<String, String> was = store.all();
        Optional<Rectangle2D> place = numbers(was.get(PLACE), 4)
                .map(edge -> new Rectangle2D(edge[0], edge[1], Math.abs(edge[2]), Math.abs(edge[3])))
                .filter(edges -> !Screen.getScreensForRectangle(edges).isEmpty());
        Rectangle2D screen = place.map(
                        edges -> Screen.getScreensForRectangle(edges).get(0))
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        place(stage, place.orElse(middle(screen)));
        boolean filling = place.filter(
                        edges -> edges.getWidth() >= screen.getWidth() && edges.getHeight() >= screen.getHeight())
                .isPresent();
        boolean small = screen.getWidth() < ROOMY_WIDTH || screen.getHeight() < ROOMY_HEIGHT;
        if (filling || (was.containsKey(MAXIMIZED) ? Boolean.parseBoolean(was.get(MAXIMIZED)) : small)) {
            // Laid out for the whole screen from the start, the regions need not be divided again once it is maximized.
            place(stage, screen);
            stage.setMaximized(true);
        }
        regions.forEach((name, split) ->
                numbers(was.get(DIVIDERS + name), split.getDividers().size()).ifPresent(split::setDividerPositions));
    }

    /** Most of a screen. */
    private static Rectangle2D middle(Rectangle2D screen) {
        double width = screen.getWidth() * OF_SCREEN;
        double height = screen.getHeight() * OF_SCREEN;
        return new Rectangle2D(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height);
    }

    private static void place(Stage stage, Rectangle2D edges) {
        stage.setX(edges.getMinX());
        stage.setY(edges.getMinY());
        stage.setWidth(edges.getWidth());
        stage.setHeight(edges.getHeight());
    }

    /** Lets a window that is shown become no smaller than all of it can be read. */
    void limit(Stage stage) {
        double width = stage.getWidth();
        double height = stage.getHeight();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        if (!stage.isMaximized()) {
            Platform.runLater(() -> resize(stage, width, height));
        }
    }

    /** GTK takes a new least size for the size, which JavaFX does not notice: it asks only for a size that differs. */
    private static void resize(Stage stage, double width, double height) {
        stage.setWidth(width + 1);
        stage.setHeight(height + 1);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    /** Remembers where the window is. */
    void keep(Stage stage, Map<String, SplitPane> regions) {
        Map<String, String> now = new HashMap<>();
        now.put(MAXIMIZED, Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized()) {
            now.put(PLACE, text(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        }
        regions.forEach((name, split) -> now.put(DIVIDERS + name, text(split.getDividerPositions())));
        store.keep(now);
    }

    private static String text(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static Optional<double[]> numbers(String text, int count) {
        try {
            double[] numbers = Arrays.stream(text == null ? new String[0] : text.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return numbers.length == count ? Optional.of(numbers) : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }
}
