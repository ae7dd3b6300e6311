package org.isdarts.ui.cell;

import java.awt.Color;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/** Colour, dashes and short name of every operation, and what the ring means. */
public final class OperationLegend extends FlowPane {
    public OperationLegend() {
        getStyleClass().add("operation-legend");
        setAlignment(Pos.CENTER);
    }

    /** Names the operations of a space. */
    public void show(SearchSpace space, FigureTheme theme) {
        getChildren().clear();
        for (Operation operation : space.operations()) {
            Label entry = new Label(OperationStyle.of(operation).shortLabel(), sample(operation, theme));
            getChildren().add(entry);
        }
        Circle ring = new Circle(3.4);
        ring.getStyleClass().add("next-ring");
        getChildren().add(new Label("goes next", ring));
    }

    /** A short line in the style of an operation. */
    public static Line sample(Operation operation, FigureTheme theme) {
        OperationStyle style = OperationStyle.of(operation);
        Color color = style.color(theme);
        Line line = new Line(0, 0, 20, 0);
        line.setStroke(javafx.scene.paint.Color.rgb(color.getRed(), color.getGreen(), color.getBlue()));
        line.setStrokeWidth(2.6);
        line.setStrokeLineCap(javafx.scene.shape.StrokeLineCap.BUTT);
        for (float length : style.dash()) {
            line.getStrokeDashArray().add((double) length);
        }
        return line;
    }
}
