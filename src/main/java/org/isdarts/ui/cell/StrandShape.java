package org.isdarts.ui.cell;

import java.awt.Color;
import java.util.List;
import javafx.animation.FadeTransition;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextBoundsType;
import javafx.util.Duration;
import org.isdarts.figure.OperationStyle;
import org.isdarts.figure.cell.CellLayout.Point;
import org.isdarts.figure.cell.CellLayout.Strand;

/** One operation of an edge as a line from node to node, with room to click and a ring that marks it as the next. */
final class StrandShape extends Group {
    private static final double BEND = 0.4;
    private static final double RIM = 0.7;
    private static final double SELECTED = 0.8;
    private static final double SELECTED_GHOST = 0.6;
    private static final double WIDTH_OF_MARK = 10;
    private static final double PREVIEWED = 0.4;
    private final Path glow;
    private final Path rim;
    private final Path line;
    private final Path touch;
    private final Circle ring = new Circle(3.4);
    private final Text infinite = new Text("∞");
    private final Tooltip tooltip = new Tooltip();
    private final FadeTransition fade = new FadeTransition();
    private double visibility = 1;
    private boolean shown;

    StrandShape(Strand strand, OperationStyle style) {
        glow = path(strand.route());
        glow.getStyleClass().add("strand-glow");
        glow.setVisible(false);
        rim = dashed(strand, style);
        rim.getStyleClass().add("strand-rim");
        line = dashed(strand, style);
        touch = path(strand.route());
        touch.getStyleClass().add("strand-touch");
        touch.setStrokeWidth(5);
        Point middle = middle(strand.route());
        ring.setCenterX(middle.x());
        ring.setCenterY(middle.y());
        ring.getStyleClass().add("next-ring");
        ring.setVisible(false);
        ring.setMouseTransparent(true);
        infinite.setBoundsType(TextBoundsType.VISUAL);
        infinite.setTextOrigin(VPos.CENTER);
        infinite.setTextAlignment(TextAlignment.CENTER);
        infinite.setX(middle.x() - WIDTH_OF_MARK / 2);
        infinite.setWrappingWidth(WIDTH_OF_MARK);
        infinite.setY(middle.y());
        infinite.getStyleClass().add("infinite-mark");
        infinite.setVisible(false);
        infinite.setMouseTransparent(true);
        tooltip.setShowDelay(Duration.millis(150));
        // Esc is for the selection and the comparison, also while this is open.
        tooltip.setHideOnEscape(false);
        Tooltip.install(touch, tooltip);
        getStyleClass().add("strand");
        fade.setNode(this);
        getChildren().addAll(glow, rim, line, ring, infinite, touch);
    }

    private static Path dashed(Strand strand, OperationStyle style) {
        Path path = path(strand.route());
        path.setStrokeLineCap(StrokeLineCap.BUTT);
        for (float length : style.dash()) {
            path.getStrokeDashArray().add((double) length);
        }
        return path;
    }

    /**
     * Sets how the line looks.
     *
     * @param rimmed whether a rim sets its color off from any background
     */
    void draw(Color color, double width, boolean rimmed) {
        line.setStroke(javafx.scene.paint.Color.rgb(color.getRed(), color.getGreen(), color.getBlue()));
        line.setStrokeWidth(width);
        rim.setStrokeWidth(width + RIM);
        rim.setVisible(rimmed);
        glow.setStrokeWidth(width + 4);
    }

    void mark(boolean selected, boolean previewed) {
        glow.setVisible(selected || previewed);
        glow.setOpacity(selected ? SELECTED : PREVIEWED);
        if (selected) {
            toFront();
        }
        if (selected != shown) {
            shown = selected;
            fade.stop();
            setOpacity(opacity());
        }
    }

    void markNext(boolean next) {
        ring.setVisible(next);
    }

    void markInfinite(boolean isInfinite) {
        infinite.setVisible(isInfinite);
    }

    void describe(String words) {
        tooltip.setText(words);
    }

    String words() {
        return tooltip.getText();
    }

    /** Whether it can be seen and pointed at without being selected. */
    boolean isSeen() {
        return visibility > 0;
    }

    /** Shows it from invisible (0) to whole (1); what becomes fainter takes some time for it. */
    void show(double wanted, Duration fading) {
        boolean fades = wanted < visibility && getScene() != null && fading.greaterThan(Duration.ZERO);
        visibility = wanted;
        touch.setMouseTransparent(wanted == 0);
        fade.stop();
        if (fades) {
            fade.setDuration(fading);
            fade.setToValue(wanted);
            fade.play();
        } else {
            setOpacity(opacity());
        }
    }

    /** What is selected is seen even where it was discarded, to show where it was. */
    private double opacity() {
        return shown ? Math.max(visibility, SELECTED_GHOST) : visibility;
    }

    /** A smooth line that is level at every point of the route. */
    static Path path(List<Point> route) {
        Point last = route.get(0);
        Path path = new Path(new MoveTo(last.x(), last.y()));
        for (Point next : route.subList(1, route.size())) {
            double level = BEND * (next.x() - last.x());
            path.getElements()
                    .add(new CubicCurveTo(last.x() + level, last.y(), next.x() - level, next.y(), next.x(), next.y()));
            last = next;
        }
        return path;
    }

    private static Point middle(List<Point> route) {
        if (route.size() % 2 == 1) {
            return route.get(route.size() / 2);
        }
        Point left = route.get(route.size() / 2 - 1);
        Point right = route.get(route.size() / 2);
        return new Point((left.x() + right.x()) / 2, (left.y() + right.y()) / 2);
    }
}
