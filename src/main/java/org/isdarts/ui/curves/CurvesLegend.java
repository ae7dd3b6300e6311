package org.isdarts.ui.curves;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.CurvesFigure;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.figure.chart.Split;

/** The legend of curves; a click on an entry hides its curves or shows them again. */
final class CurvesLegend extends FlowPane {
    private static final double SAMPLE = 18;
    private final ObjectProperty<CurvesOptions> look;
    private final ObjectProperty<Set<Integer>> hidden;

    CurvesLegend(ObjectProperty<CurvesOptions> look, ObjectProperty<Set<Integer>> hidden) {
        super(4, 2);
        this.look = look;
        this.hidden = hidden;
        getStyleClass().add("curves-legend");
        setAlignment(Pos.CENTER);
    }

    void show(List<ChartedRun> runs, FigureTheme theme) {
        getChildren().clear();
        if (runs.isEmpty()) {
            return;
        }
        java.awt.Color ink = runs.size() == 1 ? CurvesFigure.color(0, theme) : theme.foreground();
        for (Split split : Split.values()) {
            getChildren().add(split(split, line(ink, split == Split.TRAIN)));
        }
        if (runs.size() > 1) {
            for (int run = 0; run < runs.size(); run++) {
                getChildren().add(run(run, runs.get(run).name(), theme));
            }
        }
        if (runs.stream().anyMatch(run -> !run.history().shrinkEpochs().isEmpty())) {
            Line upright = new Line(0, 0, 0, 10);
            upright.getStyleClass().add("shrink-sample");
            getChildren().add(new Label("shrink", upright));
        }
    }

    private ToggleButton split(Split split, Line sample) {
        ToggleButton entry = entry(split.label(), sample, look.get().splits().contains(split));
        entry.setOnAction(click -> look.set(look.get().over(toggled(look.get().splits(), split))));
        return entry;
    }

    private ToggleButton run(int run, String name, FigureTheme theme) {
        ToggleButton entry = entry(
                name, line(CurvesFigure.color(run, theme), false), !hidden.get().contains(run));
        entry.setOnAction(click -> hidden.set(toggled(hidden.get(), run)));
        return entry;
    }

    private static ToggleButton entry(String words, Line sample, boolean shown) {
        ToggleButton entry = new ToggleButton(words, sample);
        entry.getStyleClass().add("legend-entry");
        entry.setSelected(shown);
        entry.setTooltip(new Tooltip(shown ? "Hide " + words : "Show " + words));
        return entry;
    }

    private static <T> Set<T> toggled(Set<T> before, T value) {
        Set<T> now = new HashSet<>(before);
        Stream.of(value).filter(wanted -> !now.remove(wanted)).forEach(now::add);
        return now;
    }

    private static Line line(java.awt.Color color, boolean dashed) {
        Line line = new Line(0, 0, SAMPLE, 0);
        line.setStroke(Color.rgb(color.getRed(), color.getGreen(), color.getBlue()));
        line.setStrokeWidth(2);
        if (dashed) {
            line.getStrokeDashArray().setAll(4.0, 3.0);
        }
        return line;
    }
}
