package org.isdarts.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Tooltip;
import org.isdarts.chart.ChartedRun;
import org.isdarts.chart.CurvesFigure;
import org.isdarts.chart.TimeAxis;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.EpochFinished;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.NumberText;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Choice;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.PlotPoint;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.Words;

/** The training of the open run, and of runs compared with it. */
public final class CurvesView extends Panel {
    private static final List<Double> SMOOTHINGS = List.of(0.0, 0.6, 0.9);
    private final WorkbenchModel model;
    private final FigureView view = new FigureView();
    private final ObjectProperty<TimeAxis> axis = new SimpleObjectProperty<>(TimeAxis.EPOCH);
    private final ObjectProperty<Double> smoothing = new SimpleObjectProperty<>(0.0);

    public CurvesView(WorkbenchModel model) {
        super("Curves", Term.CURVES);
        this.model = model;
        setId("curves-view");
        view.setId("curves-figure");
        setCenter(view);
        Choice<Double> smooth = new Choice<>(smoothing, SMOOTHINGS, CurvesView::smoothingWords);
        Tooltip.install(smooth, new Tooltip("Smoothing: weight of the past in a moving average"));
        controls(smooth, new Choice<>(axis, List.of(TimeAxis.values()), TimeAxis::label));
        view.describedBy(this::describe);
        model.shown().addListener(observable -> show());
        model.theme().addListener(observable -> show());
        axis.addListener(observable -> show());
        smoothing.addListener(observable -> show());
        model.compared().addListener((javafx.beans.Observable observable) -> show());
    }

    private static String smoothingWords(double weight) {
        return weight == 0 ? "raw" : Double.toString(weight);
    }

    private void show() {
        List<ChartedRun> runs = new ArrayList<>();
        if (model.shown().get().start() != null) {
            runs.add(model.charted());
        }
        runs.addAll(model.compared());
        if (runs.stream().allMatch(run -> run.history().epochs().isEmpty())) {
            view.say(runs.isEmpty() ? "" : "Curves begin when the first epoch is over.");
            return;
        }
        TimeAxis chosen = axis.get();
        double weight = smoothing.get();
        FigureTheme theme = model.theme().get();
        view.show(() -> new CurvesFigure(chosen, weight, theme).of(runs));
    }

    private Optional<String> describe(PlotPoint point) {
        History history = model.shown().get();
        if (axis.get() == TimeAxis.WALL_TIME
                || history.epochs().isEmpty()
                || !model.compared().isEmpty()) {
            return Optional.empty();
        }
        int done = history.epochs().size();
        int epoch = Math.max(1, Math.min(done, (int) Math.round(CurvesFigure.X_RANGE * point.x() * done)));
        EpochFinished finished = history.epochs().get(epoch - 1);
        String heldOut = finished.valid() == null
                ? ""
                : "\nheld-out " + Words.percent(finished.valid().top1()) + ", loss "
                        + NumberText.of(finished.valid().loss());
        return Optional.of("epoch " + epoch + heldOut + "\ntrain "
                + Words.percent(finished.train().top1()) + ", loss "
                + NumberText.of(finished.train().loss()) + "\nlearning rate " + NumberText.of(finished.rate()));
    }
}
