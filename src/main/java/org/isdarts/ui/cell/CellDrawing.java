package org.isdarts.ui.cell;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import org.isdarts.event.History;
import org.isdarts.figure.OperationStyle;
import org.isdarts.figure.cell.CellFigure.Coloring;
import org.isdarts.figure.cell.CellLayout;
import org.isdarts.figure.cell.CellScores;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.text.Numbers;
import org.isdarts.ui.model.NextDiscards;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Labels;

/** The shapes of one search space's cell. They stay where they are while a search discards some of them. */
final class CellDrawing extends Group {
    private static final double THINNEST = 0.9;
    private static final double MIDDLING = 0.5;
    private static final double WIDEST = 3.2;
    private final SearchSpace space;
    private final Map<Candidate, StrandShape> strands = new LinkedHashMap<>();

    CellDrawing(SearchSpace space, WorkbenchModel model) {
        this.space = space;
        CellLayout layout = CellLayout.of(space);
        layout.links().forEach(link -> getChildren().add(link(link)));
        layout.strands().forEach(strand -> strands.put(strand.candidate(), shape(strand, model)));
        Group all = new Group();
        all.getChildren().addAll(strands.values());
        getChildren().add(all);
        layout.nodes().forEach(node -> getChildren().add(node(node)));
    }

    private StrandShape shape(CellLayout.Strand strand, WorkbenchModel model) {
        Candidate candidate = strand.candidate();
        StrandShape shape = new StrandShape(strand, style(candidate));
        shape.setOnMouseClicked(click -> {
            if (click.isStillSincePress()) {
                pick(candidate, click, model);
                click.consume();
            }
        });
        shape.setOnMouseEntered(enter -> model.hovered().set(candidate));
        shape.setOnMouseExited(exit -> model.hovered().set(null));
        return shape;
    }

    private static void pick(Candidate candidate, MouseEvent click, WorkbenchModel model) {
        if (click.isShortcutDown()) {
            model.toggle(candidate);
        } else {
            model.select(candidate);
        }
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

    /**
     * Draws what is kept, what was measured and what goes next.
     *
     * @param measured null before anything is
     */
    void show(History history, CellType cellType, CellScores measured, CellOptions look) {
        Mask mask = history.mask(cellType);
        List<Candidate> next = NextDiscards.of(history, cellType);
        strands.forEach((candidate, shape) -> {
            boolean kept = mask.keeps(candidate);
            double value = measured == null ? Double.NaN : measured.of(candidate);
            boolean byImportance = look.coloring() == Coloring.IMPORTANCE && kept;
            Color color = byImportance
                    ? color(measured, value, look)
                    : style(candidate).color(look.theme());
            double width = THINNEST + (WIDEST - THINNEST) * worth(history, cellType, candidate, measured);
            shape.draw(color, width, byImportance && !Double.isNaN(value));
            shape.markNext(next.contains(candidate));
            shape.markInfinite(kept && Double.isInfinite(value));
            shape.show(kept ? 1 : look.discarded(), look.fading());
            shape.describe(Labels.candidateInFull(history, candidate) + "\n"
                    + (kept && !Double.isNaN(value) ? measured.score().title() + " " + Numbers.of(value) + "\n" : "")
                    + (next.contains(candidate)
                            ? "discarded next if nothing changes"
                            : Labels.fate(history, cellType, candidate)));
        });
    }

    private static Color color(CellScores measured, double value, CellOptions look) {
        return Double.isNaN(value)
                ? look.theme().muted()
                : new Color(measured.scale().rgb(value));
    }

    /** How wide a candidate's line is, from 0 to 1. */
    private static double worth(History history, CellType cellType, Candidate candidate, CellScores measured) {
        // Once what is kept is final, no line is nearer to being discarded than another.
        if (history.isDecided(cellType)) {
            return MIDDLING;
        }
        if (history.isDecided(cellType, candidate)) {
            return 1;
        }
        if (measured == null) {
            return history.latestSample(cellType)
                    .map(sample -> sample.keeps(candidate) ? 1 : 0.0)
                    .orElse(MIDDLING);
        }
        double value = measured.of(candidate);
        return Double.isNaN(value) ? MIDDLING : measured.worth(value);
    }

    /**
     * The strand that an arrow key leads to: up and down one by one, left and right edge by edge.
     *
     * @param from where it starts; null for before the first
     * @return empty where there is none in that direction
     */
    Optional<Candidate> toward(KeyCode arrow, Candidate from) {
        List<Candidate> visible = new ArrayList<>();
        strands.forEach((candidate, shape) -> {
            if (shape.isSeen()) {
                visible.add(candidate);
            }
        });
        if (arrow == KeyCode.UP || arrow == KeyCode.LEFT) {
            Collections.reverse(visible);
        }
        boolean byEdge = arrow == KeyCode.LEFT || arrow == KeyCode.RIGHT;
        return visible.stream()
                .skip(visible.indexOf(from) + 1)
                .filter(candidate -> from == null || !byEdge || candidate.edge() != from.edge())
                .findFirst();
    }

    /** What is said of a strand. */
    String words(Candidate candidate) {
        return strands.get(candidate).words();
    }

    /** Marks the selection, and what the pointer is over; null for none of them. */
    void mark(Selection selection, Candidate hovered) {
        strands.forEach((candidate, shape) ->
                shape.mark(selection != null && selection.holds(candidate), candidate.equals(hovered)));
    }
}
