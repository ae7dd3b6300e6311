package org.isdarts.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.input.KeyEvent;
import org.isdarts.event.History;
import org.isdarts.figure.chart.CandidateRows;
import org.isdarts.space.Candidate;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;

/**
 * Links a figure whose rows are candidates to the selection: a click selects, with Ctrl more than one; what is
 * selected or under the pointer in any view is marked.
 */
public final class CandidatePlot {
    private final WorkbenchModel model;
    private final FigureView view;

    /**
     * The link.
     *
     * @param words what is said of a candidate at a place of the plot
     */
    public CandidatePlot(
            WorkbenchModel model, FigureView view, BiFunction<Candidate, PlotPoint, Optional<String>> words) {
        this.model = model;
        this.view = view;
        view.onPick(point -> candidate(point).ifPresent(model::select), point -> candidate(point)
                .ifPresent(model::toggle));
        view.describedBy(point -> candidate(point).flatMap(candidate -> words.apply(candidate, point)));
        view.onHover(point -> model.hovered().set(point.flatMap(this::candidate).orElse(null)));
        view.setAccessibleHelp("Up and down select operations, left and right choose the epoch");
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        model.selection().addListener(observable -> mark());
        model.hovered().addListener(observable -> preview());
    }

    private void press(KeyEvent press) {
        if (model.isOpen() && !press.isShortcutDown()) {
            switch (press.getCode()) {
                case UP -> step(-1, press);
                case DOWN -> step(1, press);
                default -> EpochKeys.press(model, press);
            }
        }
    }

    /** Selects the row so many below the one selected; the first where none is. */
    private void step(int rows, KeyEvent press) {
        CandidateRows all = new CandidateRows(model.shown().get().space());
        Selection selected = model.selection().get();
        int row = selected == null ? 0 : all.row(selected.candidates().get(0)) + rows;
        model.selection().set(Selection.of(all.candidate(Math.max(0, Math.min(all.count() - 1, row)))));
        press.consume();
    }

    private Optional<Candidate> candidate(PlotPoint point) {
        History history = model.shown().get();
        if (history.start() == null) {
            return Optional.empty();
        }
        CandidateRows rows = new CandidateRows(history.space());
        return Optional.of(rows.candidate((int) (point.y() * rows.count())));
    }

    private void mark() {
        Selection selected = model.selection().get();
        view.mark(selected == null ? List.of() : bands(selected.candidates()));
    }

    private void preview() {
        Candidate hovered = model.hovered().get();
        view.preview(hovered == null ? List.of() : bands(List.of(hovered)));
    }

    /** Rows that lie together make one band. */
    private List<PlotBand> bands(List<Candidate> candidates) {
        History history = model.shown().get();
        if (history.start() == null) {
            return List.of();
        }
        CandidateRows rows = new CandidateRows(history.space());
        double height = 1.0 / rows.count();
        List<PlotBand> bands = new ArrayList<>();
        int last = -2;
        for (int row : candidates.stream().mapToInt(rows::row).sorted().toArray()) {
            double from = row == last + 1 ? bands.remove(bands.size() - 1).from() : row * height;
            bands.add(new PlotBand(from, (row + 1) * height, Labels.candidate(history, rows.candidate(row))));
            last = row;
        }
        return bands;
    }
}
