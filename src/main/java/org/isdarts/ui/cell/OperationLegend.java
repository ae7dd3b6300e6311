package org.isdarts.ui.cell;

import java.awt.Color;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.figure.cell.CellScores;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/** Color, dashes and short name of every operation, and what marks mean. */
public final class OperationLegend extends FlowPane {
    public OperationLegend() {
        getStyleClass().add("operation-legend");
        setAlignment(Pos.CENTER);
    }

    /** Explains dashes and colors where a strand's color is its operation's. */
    public void show(SearchSpace space, FigureTheme theme) {
        getChildren().clear();
        for (Operation operation : space.operations()) {
            add(operation, OperationStyle.of(operation).color(theme));
        }
    }

    /** Explains dashes, and colors that stand for importance. */
    void show(SearchSpace space, FigureTheme theme, CellScores measured) {
        getChildren().clear();
        space.operations().forEach(operation -> add(operation, theme.foreground()));
        getChildren().add(new ImportanceBar(measured));
    }

    private void add(Operation operation, Color color) {
        getChildren().add(new Label(OperationStyle.of(operation).shortLabel(), sample(operation, color)));
    }

    /**
     * Explains the marks on strands.
     *
     * @param next whether any has the ring of what goes next
     * @param infinite whether any has the mark of infinite importance
     */
    void explainMarks(boolean next, boolean infinite) {
        if (next) {
            Circle ring = new Circle(3.4);
            ring.getStyleClass().add("next-ring");
            getChildren().add(new Label("discarded next", ring));
        }
        if (infinite) {
            getChildren().add(new Label("∞ infinite"));
        }
    }

    /** A short line in the style of an operation. */
    public static Line sample(Operation operation, FigureTheme theme) {
        return sample(operation, OperationStyle.of(operation).color(theme));
    }

    private static Line sample(Operation operation, Color color) {
        Line line = new Line(0, 0, 20, 0);
        line.setStroke(javafx.scene.paint.Color.rgb(color.getRed(), color.getGreen(), color.getBlue()));
        line.setStrokeWidth(2.6);
        line.setStrokeLineCap(javafx.scene.shape.StrokeLineCap.BUTT);
        for (float length : OperationStyle.of(operation).dash()) {
            line.getStrokeDashArray().add((double) length);
        }
        return line;
    }
}
