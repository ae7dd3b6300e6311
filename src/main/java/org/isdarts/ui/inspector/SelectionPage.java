package org.isdarts.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isdarts.event.History;
import org.isdarts.event.History.Discarding;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.ScoreCurves;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Operation;
import org.isdarts.text.Numbers;
import org.isdarts.text.Words;
import org.isdarts.ui.cell.OperationLegend;
import org.isdarts.ui.model.NextDiscards;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Labels;
import org.isdarts.ui.panel.Lines;

/** What is selected: operations, their importance over time, and what the removal of a single one did. */
final class SelectionPage {
    private static final double CURVES_HEIGHT = 170;
    private final WorkbenchModel model;

    /** One for each edge shown. They stay, so that a new epoch does not make them blink. */
    private final List<FigureView> curves = new ArrayList<>();

    SelectionPage(WorkbenchModel model) {
        this.model = model;
    }

    /** All of an edge where one edge is selected, else of every edge what is selected there. */
    List<Node> of(History history, Selection selection) {
        CellType cellType = model.cellType().get();
        List<Integer> edges = selection.edges();
        List<Node> page = new ArrayList<>();
        page.add(Lines.heading(
                edges.size() == 1
                        ? Words.capitalized(Labels.edge(history, edges.get(0)))
                        : selection.candidates().size() + " operations on " + edges.size() + " edges"));
        page.add(Lines.muted(cellType + " cells, " + history.epochCount().words()));
        if (edges.size() == 1) {
            int edge = edges.get(0);
            List<Integer> operations = allOperations(history);
            page.add(rows(history, selection, edge, operations));
            page.addAll(edgeScores(history, cellType, edge));
            selection.single().ifPresent(candidate -> page.addAll(fate(history, cellType, candidate)));
            page.add(Lines.section("Importance over epochs"));
            page.add(curves(0, edge, operations));
        } else {
            for (int i = 0; i < edges.size(); i++) {
                int edge = edges.get(i);
                List<Integer> operations = selectedOn(edge, selection);
                page.add(Lines.section(Words.capitalized(Labels.edge(history, edge))));
                page.add(rows(history, selection, edge, operations));
                page.add(curves(i, edge, operations));
            }
        }
        return page;
    }

    private static List<Node> edgeScores(History history, CellType cellType, int edge) {
        List<Node> lines = new ArrayList<>();
        for (Score score : history.method().edgeScores()) {
            history.latestOfEdges(cellType, score)
                    .ifPresent(values -> lines.add(Lines.exact(
                            score.title() + ": " + Numbers.of(values[edge]), Double.toString(values[edge]))));
        }
        return lines;
    }

    private static List<Integer> allOperations(History history) {
        return IntStream.range(0, history.space().operations().size()).boxed().toList();
    }

    private static List<Integer> selectedOn(int edge, Selection selection) {
        return selection.candidates().stream()
                .filter(candidate -> candidate.edge() == edge)
                .map(Candidate::operation)
                .sorted()
                .toList();
    }

    private VBox rows(History history, Selection selection, int edge, List<Integer> operations) {
        CellType cellType = model.cellType().get();
        VBox rows = new VBox();
        rows.getStyleClass().add("operation-rows");
        List<Candidate> next = NextDiscards.of(history, cellType);
        boolean some = selection.candidates().size() < allOperations(history).size();
        for (int operation : operations) {
            Candidate candidate = new Candidate(edge, operation);
            HBox row = row(history, cellType, candidate, next.contains(candidate));
            if (some && selection.holds(candidate)) {
                row.getStyleClass().add("selected");
            }
            row.setOnMouseClicked(click -> pick(candidate, click));
            row.setOnMouseEntered(enter -> model.hovered().set(candidate));
            row.setOnMouseExited(exit -> model.hovered().set(null));
            rows.getChildren().add(row);
        }
        return rows;
    }

    private void pick(Candidate candidate, MouseEvent click) {
        if (click.isShortcutDown()) {
            model.toggle(candidate);
        } else {
            model.selection().set(Selection.of(candidate));
        }
    }

    private HBox row(History history, CellType cellType, Candidate candidate, boolean next) {
        Operation operation = history.space().operations().get(candidate.operation());
        Optional<Integer> went = history.keptUntil(cellType, candidate);
        Label name = new Label(
                OperationStyle.of(operation).shortLabel(),
                OperationLegend.sample(operation, model.theme().get()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setTooltip(new Tooltip(Labels.inFull(operation)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label state = new Label(went.map(epoch -> "epoch " + epoch).orElse(next ? "next" : "kept"));
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.getStyleClass().add(went.isPresent() ? "gone" : next ? "next" : "kept");
        HBox row = new HBox(name, space, state);
        row.getStyleClass().add("operation-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static List<Node> fate(History history, CellType cellType, Candidate candidate) {
        List<Node> lines = new ArrayList<>();
        Optional<Discarding> went = history.discarding(cellType, candidate);
        lines.add(Lines.section(went.isPresent() ? "Why it was discarded" : "How it stands"));
        if (went.isPresent()) {
            lines.add(Lines.text(Words.capitalized(Labels.fate(history, cellType, candidate)) + "."));
            effect(history, went.get().epoch()).ifPresent(text -> {
                lines.add(Lines.section("Effect of its removal"));
                lines.add(Lines.text(text));
                lines.add(Lines.muted(
                        "A shrink step discards from every subset at once; the change is that of all together."));
            });
        } else {
            history.keptUntil(cellType, candidate)
                    .ifPresent(epoch ->
                            lines.add(Lines.text(Words.capitalized(Labels.fate(history, cellType, candidate)) + ".")));
            for (Score score : history.method().scores()) {
                latest(history, cellType, candidate, score)
                        .ifPresent(value -> lines.add(
                                Lines.exact(score.title() + ": " + Numbers.of(value), Double.toString(value))));
            }
            if (lines.size() == 1) {
                lines.add(Lines.text("Kept; its importance is not measured yet."));
            }
        }
        return lines;
    }

    private static Optional<Double> latest(History history, CellType cellType, Candidate candidate, Score score) {
        return history.latest(cellType, score)
                .map(scores -> scores.of(candidate))
                .filter(value -> !value.isNaN());
    }

    private static Optional<String> effect(History history, int epoch) {
        if (epoch >= history.epochs().size()) {
            return Optional.empty();
        }
        EpochFinished before = history.epochs().get(epoch - 1);
        EpochFinished after = history.epochs().get(epoch);
        boolean test = before.test() != null && after.test() != null;
        double from = test ? before.test().top1() : before.train().top1();
        double to = test ? after.test().top1() : after.train().top1();
        return Optional.of((test ? "Test" : "Training") + " accuracy went from " + Numbers.percent(from) + " to "
                + Numbers.percent(to) + " in the epoch after, speed from "
                + Numbers.of(before.imagesPerSecond()) + " to " + Numbers.of(after.imagesPerSecond())
                + " images/s.");
    }

    private FigureView curves(int place, int edge, List<Integer> operations) {
        if (place == curves.size()) {
            FigureView added = new FigureView();
            added.setPrefHeight(CURVES_HEIGHT);
            added.setMinHeight(CURVES_HEIGHT);
            curves.add(added);
        }
        FigureView view = curves.get(place);
        Score score = model.score().get();
        if (score == null || model.shown().get().scores(score).isEmpty()) {
            view.say("not measured yet");
            return view;
        }
        ChartedRun run = model.charted();
        CellType cellType = model.cellType().get();
        FigureTheme theme = model.theme().get();
        view.show(() -> new ScoreCurves(cellType, edge, operations, score, theme).of(run));
        return view;
    }
}
