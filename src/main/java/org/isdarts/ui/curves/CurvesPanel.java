package org.isdarts.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tooltip;
import org.isdarts.chart.ChartedRun;
import org.isdarts.chart.CurvesFigure;
import org.isdarts.chart.TimeAxis;
import org.isdarts.event.SearchEvent.EpochFinished;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.NumberText;
import org.isdarts.ui.panel.Choice;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.PlotPoint;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.Words;

/** The training of one or several runs. */
public class CurvesPanel extends Panel {
    private static final List<Double> SMOOTHINGS = List.of(0.0, 0.6, 0.9);
    private final ObservableValue<FigureTheme> theme;
    private final FigureView view = new FigureView();
    private final ObjectProperty<TimeAxis> axis;
    private final ObjectProperty<Double> smoothing;
    private List<ChartedRun> runs = List.of();

    /**
     * The panel in the theme as it is at any time.
     *
     * @param axis what x counts; can be chosen
     * @param smoothing weight of the past in a moving average; can be chosen
     */
    public CurvesPanel(
            ObservableValue<FigureTheme> theme, ObjectProperty<TimeAxis> axis, ObjectProperty<Double> smoothing) {
        super("Curves", Term.CURVES);
        this.theme = theme;
        this.axis = axis;
        this.smoothing = smoothing;
        setCenter(view);
        Choice<Double> smooth = new Choice<>(smoothing, SMOOTHINGS, CurvesPanel::smoothingWords);
        Tooltip.install(smooth, new Tooltip("Smoothing: weight of the past in a moving average"));
        controls(smooth, new Choice<>(axis, List.of(TimeAxis.values()), TimeAxis::label));
        view.describedBy(this::describe);
        theme.addListener(observable -> draw());
        axis.addListener(observable -> draw());
        smoothing.addListener(observable -> draw());
    }

    private static String smoothingWords(double weight) {
        return weight == 0 ? "raw" : Double.toString(weight);
    }

    /** Draws these runs, all of which began. */
    public final void show(List<ChartedRun> shown) {
        runs = List.copyOf(shown);
        draw();
    }

    /** Where the curves are drawn. */
    protected final FigureView view() {
        return view;
    }

    private void draw() {
        if (longest() == 0) {
            view.say(runs.isEmpty() ? "" : "Curves begin when the first epoch is over.");
            return;
        }
        List<ChartedRun> drawn = runs;
        TimeAxis chosen = axis.get();
        double weight = smoothing.get();
        FigureTheme look = theme.getValue();
        view.show(() -> new CurvesFigure(chosen, weight, look).of(drawn));
    }

    private int longest() {
        return runs.stream()
                .mapToInt(run -> run.history().epochs().size())
                .max()
                .orElse(0);
    }

    private Optional<String> describe(PlotPoint point) {
        int longest = longest();
        // Only epochs mean the same place for runs of different lengths.
        boolean byEpoch = axis.get() == TimeAxis.EPOCH || (axis.get() == TimeAxis.STEP && runs.size() == 1);
        if (!byEpoch || longest == 0 || point.x() < 0) {
            return Optional.empty();
        }
        int epoch = Math.max(1, Math.min(longest, (int) Math.round(CurvesFigure.X_RANGE * point.x() * longest)));
        List<String> lines = new ArrayList<>();
        lines.add("epoch " + epoch);
        for (ChartedRun run : runs) {
            if (epoch <= run.history().epochs().size()) {
                EpochFinished finished = run.history().epochs().get(epoch - 1);
                lines.addAll(runs.size() == 1 ? details(finished) : List.of(run.name() + ": " + accuracies(finished)));
            }
        }
        return Optional.of(String.join("\n", lines));
    }

    private static List<String> details(EpochFinished epoch) {
        List<String> lines = new ArrayList<>();
        if (epoch.valid() != null) {
            lines.add("held-out " + Words.percent(epoch.valid().top1()) + ", loss "
                    + NumberText.of(epoch.valid().loss()));
        }
        lines.add("train " + Words.percent(epoch.train().top1()) + ", loss "
                + NumberText.of(epoch.train().loss()));
        lines.add("learning rate " + NumberText.of(epoch.rate()));
        return lines;
    }

    private static String accuracies(EpochFinished epoch) {
        String heldOut = epoch.valid() == null
                ? ""
                : "held-out " + Words.percent(epoch.valid().top1()) + ", ";
        return heldOut + "train " + Words.percent(epoch.train().top1());
    }
}
