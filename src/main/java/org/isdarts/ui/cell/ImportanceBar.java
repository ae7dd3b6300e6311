package org.isdarts.ui.cell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.cell.CellScores;

/** The color bar of importance lying on its side: both ends, the unit, and at which end is discarded first. */
final class ImportanceBar extends VBox {
    private static final int STOPS = 16;

    ImportanceBar(CellScores measured) {
        setAlignment(Pos.CENTER);
        Rectangle bar = new Rectangle(110, 8);
        bar.setFill(gradient(measured.scale().colors()));
        boolean largestFirst = measured.score().largestGoFirst();
        String first = measured.first().map(words -> "  " + words + "  ").orElse("");
        String low = measured.scale().lowText();
        String high = measured.scale().highText();
        HBox ends = new HBox(
                5,
                new Label(largestFirst ? low : (first + low).stripLeading()),
                bar,
                new Label(largestFirst ? (high + first).stripTrailing() : high));
        ends.setAlignment(Pos.CENTER);
        getChildren().addAll(ends, new Label(measured.score().titleAndUnit()));
        if (measured.part() != CellScores.Part.DECIDE) {
            getChildren().add(new Label(measured.part().words()));
        }
    }

    private static LinearGradient gradient(ColorMap colors) {
        List<Stop> stops = IntStream.rangeClosed(0, STOPS)
                .mapToDouble(stop -> (double) stop / STOPS)
                .mapToObj(position -> new Stop(position, color(colors.rgb(position))))
                .toList();
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }

    private static Color color(int rgb) {
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
