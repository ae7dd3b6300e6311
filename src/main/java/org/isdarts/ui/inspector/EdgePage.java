package org.isdarts.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isdarts.chart.ChartedRun;
import org.isdarts.chart.ImportanceCurves;
import org.isdarts.event.History;
import org.isdarts.event.History.Discarding;
import org.isdarts.event.SearchEvent.EpochFinished;
import org.isdarts.event.SearchEvent.ImportanceMeasured;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.NumberText;
import org.isdarts.shrink.Importance;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Operation;
import org.isdarts.ui.cell.OperationLegend;
import org.isdarts.ui.model.NextDiscards;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Words;

/** An edge: its operations, their importance over time, and what the removal of the selected one did. */
final class EdgePage {
    private final WorkbenchModel model;
    private final FigureView curves = new FigureView();

    EdgePage(WorkbenchModel model) {
        this.model = model;
        curves.setPrefHeight(170);
        curves.setMinHeight(170);
    }

    List<Node> of(History history, Selection selection) {
        CellType cellType = model.cellType().get();
        List<Node> page = new ArrayList<>();
        String edge = Words.edge(history, selection.edge());
        page.add(Lines.heading(edge.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + edge.substring(1)));
        page.add(
                Lines.muted(cellType + " cells, after epoch " + history.epochs().size()));
        page.add(operations(history, cellType, selection));
        selection.operation().ifPresent(candidate -> page.addAll(fate(history, cellType, candidate)));
        page.add(Lines.section("Importance over epochs"));
        page.add(curves);
        showCurves(selection.edge(), cellType);
        return page;
    }

    private VBox operations(History history, CellType cellType, Selection selection) {
        VBox rows = new VBox();
        rows.getStyleClass().add("operation-rows");
        List<Candidate> next = NextDiscards.of(history, cellType);
        for (int operation = 0; operation < history.space().operations().size(); operation++) {
            Candidate candidate = new Candidate(selection.edge(), operation);
            HBox row = row(history, cellType, candidate, next.contains(candidate));
            if (selection.operation().filter(candidate::equals).isPresent()) {
                row.getStyleClass().add("selected");
            }
            row.setOnMouseClicked(click -> model.selection().set(Selection.of(candidate)));
            rows.getChildren().add(row);
        }
        return rows;
    }

    private HBox row(History history, CellType cellType, Candidate candidate, boolean next) {
        Operation operation = history.space().operations().get(candidate.operation());
        Optional<Discarding> went = history.discarding(cellType, candidate);
        Label name = new Label(
                operation.label(),
                OperationLegend.sample(operation, model.theme().get()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label state =
                new Label(went.map(discarding -> "epoch " + discarding.epoch()).orElse(next ? "goes next" : "kept"));
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
        lines.add(Lines.section(went.isPresent() ? "Why it went" : "How it stands"));
        if (went.isPresent()) {
            lines.add(Lines.text(Words.fate(history, cellType, candidate) + "."));
            effect(history, went.get().epoch()).ifPresent(text -> {
                lines.add(Lines.section("What its removal did"));
                lines.add(Lines.text(text));
                lines.add(Lines.muted(
                        "A shrink step discards one operation of every subset; the change is theirs" + " together."));
            });
        } else {
            for (Importance importance : Importance.values()) {
                latest(history, cellType, candidate, importance)
                        .ifPresent(value -> lines.add(Lines.exact(
                                org.isdarts.figure.ImportanceWords.name(importance) + ": " + NumberText.of(value),
                                Double.toString(value))));
            }
            if (lines.size() == 1) {
                lines.add(Lines.text("Kept; its importance is not measured yet."));
            }
        }
        return lines;
    }

    private static Optional<Double> latest(
            History history, CellType cellType, Candidate candidate, Importance importance) {
        List<ImportanceMeasured> measurements = history.measurements();
        if (measurements.isEmpty()) {
            return Optional.empty();
        }
        double value = measurements
                .get(measurements.size() - 1)
                .measurements()
                .get(cellType)
                .get(importance)
                .values()[candidate.edge()][candidate.operation()];
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    private static Optional<String> effect(History history, int epoch) {
        if (epoch >= history.epochs().size()) {
            return Optional.empty();
        }
        EpochFinished before = history.epochs().get(epoch - 1);
        EpochFinished after = history.epochs().get(epoch);
        boolean heldOut = before.valid() != null && after.valid() != null;
        double from = heldOut ? before.valid().top1() : before.train().top1();
        double to = heldOut ? after.valid().top1() : after.train().top1();
        return Optional.of((heldOut ? "Held-out" : "Training") + " accuracy went from " + Words.percent(from) + " to "
                + Words.percent(to) + " in the epoch after, speed from "
                + NumberText.of(before.imagesPerSecond()) + " to " + NumberText.of(after.imagesPerSecond())
                + " images/s.");
    }

    private void showCurves(int edge, CellType cellType) {
        if (model.shown().get().measurements().isEmpty()) {
            curves.say("not measured yet");
            return;
        }
        ChartedRun run = model.charted();
        FigureTheme theme = model.theme().get();
        Importance importance = run.history().importance();
        curves.show(() -> new ImportanceCurves(cellType, edge, importance, theme).of(run));
    }
}
