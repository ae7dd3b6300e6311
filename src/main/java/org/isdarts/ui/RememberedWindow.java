package org.isdarts.ui;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        place.ifPresent(edges -> place(stage, edges));
        Rectangle2D screen = place.map(
                        edges -> Screen.getScreensForRectangle(edges).get(0))
                .orElse(Screen.getPrimary())
                .getVisualBounds();
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

    private static void place(Stage stage, Rectangle2D edges) {
        stage.setX(edges.getMinX());
        stage.setY(edges.getMinY());
        stage.setWidth(edges.getWidth());
        stage.setHeight(edges.getHeight());
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
