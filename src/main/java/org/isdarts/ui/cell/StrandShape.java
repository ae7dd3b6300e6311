package org.isdarts.ui.cell;

import java.awt.Color;
import java.util.List;
import javafx.animation.FadeTransition;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import javafx.util.Duration;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.graph.CellLayout.Point;
import org.isdarts.graph.CellLayout.Strand;

/** One operation of an edge as a line from node to node, with room to click and a ring that marks it as the next. */
final class StrandShape extends Group {
    private static final double BEND = 0.4;
    private static final double GHOST = 0.16;
    private static final Duration FADE = Duration.millis(300);
    private final Path glow;
    private final Path line;
    private final Path touch;
    private final Circle ring = new Circle(3.4);
    private final Tooltip tooltip = new Tooltip();
    private double visibility = 1;

    StrandShape(Strand strand, OperationStyle style) {
        glow = path(strand.route());
        glow.getStyleClass().add("strand-glow");
        glow.setVisible(false);
        line = path(strand.route());
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        for (float length : style.dash()) {
            line.getStrokeDashArray().add((double) length);
        }
        touch = path(strand.route());
        touch.getStyleClass().add("strand-touch");
        touch.setStrokeWidth(5);
        Point middle = middle(strand.route());
        ring.setCenterX(middle.x());
        ring.setCenterY(middle.y());
        ring.getStyleClass().add("next-ring");
        ring.setVisible(false);
        ring.setMouseTransparent(true);
        tooltip.setShowDelay(Duration.millis(150));
        Tooltip.install(touch, tooltip);
        touch.setOnMouseEntered(enter -> line.setOpacity(0.6));
        touch.setOnMouseExited(exit -> line.setOpacity(1));
        getChildren().addAll(glow, line, ring, touch);
    }

    void color(Color color, FigureTheme theme) {
        line.setStroke(javafx.scene.paint.Color.rgb(color.getRed(), color.getGreen(), color.getBlue()));
        ring.setFill(
                theme == FigureTheme.DARK ? javafx.scene.paint.Color.web("#1e1f22") : javafx.scene.paint.Color.WHITE);
    }

    void width(double width) {
        line.setStrokeWidth(width);
        glow.setStrokeWidth(width + 4);
    }

    void select(boolean selected) {
        glow.setVisible(selected);
        if (selected) {
            toFront();
        }
    }

    void markNext(boolean next) {
        ring.setVisible(next);
    }

    void describe(String words) {
        tooltip.setText(words);
    }

    /** Shows it kept, as a ghost, or not at all; what vanishes fades. */
    void show(boolean kept, boolean ghosts) {
        double wanted = kept ? 1 : ghosts ? GHOST : 0;
        boolean fades = wanted < visibility && getScene() != null;
        visibility = wanted;
        touch.setMouseTransparent(wanted == 0);
        if (fades) {
            FadeTransition fade = new FadeTransition(FADE, this);
            fade.setToValue(wanted);
            fade.play();
        } else {
            setOpacity(wanted);
        }
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
