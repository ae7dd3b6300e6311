package org.isdarts.ui.cell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import org.isdarts.chart.HeatmapLook;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.ImportanceMeasured;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.ImportanceWords;
import org.isdarts.figure.NumberText;
import org.isdarts.figure.OperationStyle;
import org.isdarts.graph.CellLayout;
import org.isdarts.shrink.Importance;
import org.isdarts.shrink.Mask;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;
import org.isdarts.ui.model.NextDiscards;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.panel.Words;

/** The shapes of one search space's cell. They stay where they are while a search discards some of them. */
final class CellDrawing extends Group {
    private static final double THINNEST = 0.9;
    private static final double WIDEST = 3.2;
    private final SearchSpace space;
    private final Map<Candidate, StrandShape> strands = new LinkedHashMap<>();

    CellDrawing(SearchSpace space, Consumer<Candidate> pick) {
        this.space = space;
        CellLayout layout = CellLayout.of(space);
        layout.links().forEach(link -> getChildren().add(link(link)));
        layout.strands().forEach(strand -> {
            Candidate candidate = strand.candidate();
            StrandShape shape = new StrandShape(strand, style(candidate));
            shape.setOnMouseClicked(click -> {
                if (click.isStillSincePress()) {
                    pick.accept(candidate);
                    click.consume();
                }
            });
            strands.put(candidate, shape);
        });
        Group all = new Group();
        all.getChildren().addAll(strands.values());
        getChildren().add(all);
        layout.nodes().forEach(node -> getChildren().add(node(node)));
    }

    SearchSpace space() {
        return space;
    }

    private OperationStyle style(Candidate candidate) {
        return OperationStyle.of(space.operations().get(candidate.operation()));
    }

    private static Path link(CellLayout.Link link) {
        Path path = StrandShape.path(link.route());
        path.getStyleClass().add("cell-link");
        path.setMouseTransparent(true);
        return path;
    }

    private static Node node(CellLayout.Node node) {
        Label label = new Label(node.label());
        StackPane box = new StackPane(label);
        box.getStyleClass().add("cell-node");
        box.resizeRelocate(node.x(), node.y(), node.width(), node.height());
        box.setPrefSize(node.width(), node.height());
        box.setMinSize(node.width(), node.height());
        return box;
    }

    /** Draws what is kept, what was measured and what goes next. */
    void show(History history, CellType cellType, boolean ghosts, FigureTheme theme) {
        Mask mask = history.mask(cellType);
        List<Candidate> next = NextDiscards.of(history, cellType);
        double[][] values = latest(history, cellType);
        Importance importance = history.importance();
        ColorScale scale = values == null
                ? null
                : HeatmapLook.of(importance, theme).scale(Arrays.stream(values).flatMapToDouble(Arrays::stream));
        strands.forEach((candidate, shape) -> {
            boolean kept = mask.keeps(candidate);
            double value = values == null ? Double.NaN : values[candidate.edge()][candidate.operation()];
            shape.color(style(candidate).color(theme), theme);
            shape.width(width(importance, scale, value));
            shape.markNext(next.contains(candidate));
            shape.show(kept, ghosts);
            shape.describe(Words.candidate(history, candidate) + "\n"
                    + (kept && !Double.isNaN(value)
                            ? ImportanceWords.name(importance) + " " + NumberText.of(value) + "\n"
                            : "")
                    + (next.contains(candidate)
                            ? "goes next if nothing changes"
                            : Words.fate(history, cellType, candidate)));
        });
    }

    private static double width(Importance importance, ColorScale scale, double value) {
        if (Double.isNaN(value)) {
            return (THINNEST + WIDEST) / 2;
        }
        double position = scale.position(value);
        double worth = ImportanceWords.largestGoFirst(importance) ? 1 - position : position;
        return THINNEST + (WIDEST - THINNEST) * worth;
    }

    private static double[][] latest(History history, CellType cellType) {
        List<ImportanceMeasured> measurements = history.measurements();
        return measurements.isEmpty()
                ? null
                : measurements
                        .get(measurements.size() - 1)
                        .measurements()
                        .get(cellType)
                        .get(history.importance())
                        .values();
    }

    void select(Selection selection) {
        strands.forEach((candidate, shape) -> shape.select(selection != null && selection.holds(candidate)));
    }

    StrandShape strand(Candidate candidate) {
        return strands.get(candidate);
    }
}
