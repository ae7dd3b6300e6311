package org.isdarts.ui.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.isdarts.chart.CandidateRows;
import org.isdarts.event.History;
import org.isdarts.space.Candidate;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;

/** Links a figure whose rows are candidates to the selection: a click selects, what is selected is marked. */
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
        view.onPick(point ->
                candidate(point).ifPresent(candidate -> model.selection().set(Selection.of(candidate))));
        view.describedBy(point -> candidate(point).flatMap(candidate -> words.apply(candidate, point)));
        model.selection().addListener(observable -> mark());
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
        History history = model.shown().get();
        view.mark(
                selected == null || history.start() == null
                        ? List.of()
                        : List.of(band(selected, new CandidateRows(history.space()))));
    }

    private static PlotBand band(Selection selected, CandidateRows rows) {
        int operations = rows.space().operations().size();
        double count = rows.count();
        return selected.operation()
                .map(candidate -> new PlotBand(rows.row(candidate) / count, (rows.row(candidate) + 1) / count))
                .orElseGet(() ->
                        new PlotBand(selected.edge() * operations / count, (selected.edge() + 1) * operations / count));
    }
}
