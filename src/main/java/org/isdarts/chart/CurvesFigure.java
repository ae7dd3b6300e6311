package org.isdarts.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.Accuracy;
import org.isdarts.event.SearchEvent.EpochFinished;
import org.isdarts.event.SearchEvent.Paused;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Accuracy, loss and learning rate of one or several runs, one above the other over a common axis. Held-out images are
 * drawn solid, training images dashed; thin vertical lines mark shrink steps, dotted ones pauses.
 *
 * @param axis what x counts
 * @param smoothing weight of the past in an exponential moving average, from 0 (none) to below 1; what was smoothed
 *     away stays visible as a faint line
 * @param theme light or dark
 */
public record CurvesFigure(TimeAxis axis, double smoothing, FigureTheme theme) {
    private static final Stroke SOLID = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHED = dashes(1.2f, 4, 2);
    private static final Stroke DOTTED = dashes(0.8f, 1, 2);
    private static final Stroke HAIRLINE = new BasicStroke(0.6f);
    private static final Line2D SAMPLE = new Line2D.Double(-8, 0, 8, 0);
    private static final Ellipse2D POINT = new Ellipse2D.Double(-1.8, -1.8, 3.6, 3.6);
    private static final Line2D UPRIGHT_SAMPLE = new Line2D.Double(0, -4, 0, 4);

    /** Okabe-Ito, in the order in which runs take them. */
    private static final int[] RUN_COLORS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9};

    /** Where the x axis ends in lengths of the longest run: a little later, so that its last points are whole. */
    public static final double X_RANGE = 1.02;

    /** Most epochs whose points are drawn besides the lines: a single epoch has no line. */
    private static final int FEW_EPOCHS = 12;

    /** Least height of an axis as a fraction of the values along it: what is constant is to look constant. */
    private static final double LEAST_RANGE = 0.02;

    public CurvesFigure {
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new FigureException("smoothing is at least 0 and below 1, not " + smoothing);
        }
    }

    /** The figure of some runs, at least one. */
    public ChartFigure of(List<ChartedRun> runs) {
        ChartStyle style = new ChartStyle(theme);
        double end = X_RANGE * end(runs);
        NumberAxis x = axis == TimeAxis.WALL_TIME
                ? style.axis(axis.axisLabel(), 0, end)
                : style.integerAxis(axis.axisLabel(), 0, end);
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(x);
        plot.setGap(6);
        Panel accuracy = new Panel(style, "acc. %", runs);
        accuracy.curves(SOLID, epoch -> percent(epoch.valid()));
        accuracy.curves(DASHED, epoch -> percent(epoch.train()));
        Panel loss = new Panel(style, "loss", runs);
        loss.curves(SOLID, epoch -> loss(epoch.valid()));
        loss.curves(DASHED, epoch -> loss(epoch.train()));
        Panel rate = new Panel(style, "rate", runs);
        rate.curves(SOLID, EpochFinished::rate);
        plot.add(accuracy.plot, 4);
        plot.add(loss.plot, 4);
        plot.add(rate.plot, 3);
        var chart = style.chart(runs.size() == 1 ? "Training of " + runs.get(0).name() : "Training", plot);
        style.legend(chart, legend(style, runs));
        if (runs.size() > 1) {
            style.legend(chart, runLegend(style, runs));
        }
        return new ChartFigure(
                chart,
                new Dimension(Figure.COLUMN, 290 + 12 * ((runs.size() + 1) / 2)),
                "Accuracy, loss and learning rate",
                caption(runs));
    }

    private double end(List<ChartedRun> runs) {
        return runs.stream()
                .map(ChartedRun::history)
                .mapToDouble(history -> axis.at(history, history.epochs().size()))
                .filter(end -> end > 0)
                .max()
                .orElse(1);
    }

    private static double percent(Accuracy accuracy) {
        return accuracy == null ? Double.NaN : 100 * accuracy.top1();
    }

    private static double loss(Accuracy accuracy) {
        return accuracy == null ? Double.NaN : accuracy.loss();
    }

    private static BasicStroke dashes(float width, float... dash) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /** From the first colour on again when all are taken, each time darker. */
    private static Color color(int run) {
        Color color = new Color(RUN_COLORS[run % RUN_COLORS.length]);
        for (int round = 0; round < run / RUN_COLORS.length; round++) {
            color = color.darker();
        }
        return color;
    }

    private static Color faint(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 0x60);
    }

    /** One of the plots: the same quantities of every run. */
    private final class Panel {
        private final List<ChartedRun> runs;
        private final XYSeriesCollection curves = new XYSeriesCollection();
        private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        private final NumberAxis y;
        private final XYPlot plot;
        private double largest;

        Panel(ChartStyle style, String quantity, List<ChartedRun> runs) {
            this.runs = runs;
            y = style.sparseAxis(quantity);
            y.setAutoRange(true);
            y.setAutoRangeIncludesZero(false);
            y.setUpperMargin(0.06);
            y.setLowerMargin(0.06);
            renderer.setDrawSeriesLineAsPath(true);
            plot = new XYPlot(curves, null, y, renderer);
            style.style(plot);
            plot.setNoDataMessage("no epoch has finished yet");
            for (int run = 0; run < runs.size(); run++) {
                mark(style, runs.get(run).history(), runs.size() == 1 ? theme.muted() : faint(color(run)));
            }
        }

        private void mark(ChartStyle style, History history, Color color) {
            for (int epoch : history.shrinkEpochs()) {
                style.mark(plot, axis.at(history, epoch), HAIRLINE, color);
            }
            for (Paused pause : history.pauses()) {
                style.mark(plot, axis.at(history, position(history, pause)), DOTTED, color);
            }
        }

        private static double position(History history, Paused pause) {
            return pause.epoch() - 1 + (double) pause.step() / history.start().stepsPerEpoch();
        }

        void curves(Stroke stroke, ToDoubleFunction<EpochFinished> quantity) {
            for (int run = 0; run < runs.size(); run++) {
                History history = runs.get(run).history();
                if (smoothing > 0) {
                    add(curve(history, quantity, 0), stroke, faint(color(run)));
                }
                add(curve(history, quantity, smoothing), stroke, color(run));
                renderer.setSeriesShapesVisible(
                        curves.getSeriesCount() - 1, history.epochs().size() <= FEW_EPOCHS);
            }
            y.setAutoRangeMinimumSize(LEAST_RANGE * (largest == 0 ? 1 : largest));
        }

        private void add(XYSeries curve, Stroke stroke, Color color) {
            int series = curves.getSeriesCount();
            curves.addSeries(curve);
            renderer.setSeriesStroke(series, stroke);
            renderer.setSeriesPaint(series, color);
            renderer.setSeriesShape(series, POINT);
            if (curve.getItemCount() > 0 && Double.isFinite(curve.getMaxY())) {
                largest = Math.max(largest, curve.getMaxY());
            }
        }

        private XYSeries curve(History history, ToDoubleFunction<EpochFinished> quantity, double past) {
            XYSeries curve = new XYSeries(curves.getSeriesCount());
            double mean = Double.NaN;
            for (EpochFinished epoch : history.epochs()) {
                double value = quantity.applyAsDouble(epoch);
                mean = Double.isFinite(mean) ? past * mean + (1 - past) * value : value;
                curve.add(axis.at(history, epoch.epoch()), Double.isFinite(mean) ? mean : Double.NaN);
            }
            return curve;
        }
    }

    private List<LegendItem> legend(ChartStyle style, List<ChartedRun> runs) {
        Color curve = runs.size() == 1 ? color(0) : theme.foreground();
        List<LegendItem> items = new ArrayList<>();
        items.add(style.line("held-out", SAMPLE, SOLID, curve));
        items.add(style.line("train", SAMPLE, DASHED, curve));
        List<History> histories = runs.stream().map(ChartedRun::history).toList();
        if (histories.stream().anyMatch(history -> !history.shrinkEpochs().isEmpty())) {
            items.add(style.line("shrink", UPRIGHT_SAMPLE, HAIRLINE, theme.muted()));
        }
        if (histories.stream().anyMatch(history -> !history.pauses().isEmpty())) {
            items.add(style.line("pause", UPRIGHT_SAMPLE, DOTTED, theme.muted()));
        }
        return items;
    }

    private static List<LegendItem> runLegend(ChartStyle style, List<ChartedRun> runs) {
        List<LegendItem> items = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            items.add(style.line(runs.get(run).name(), SAMPLE, SOLID, color(run)));
        }
        return items;
    }

    private String caption(List<ChartedRun> runs) {
        String which = runs.stream().map(Words::run).collect(Collectors.joining("; "));
        String smoothed =
                smoothing == 0 ? "" : " Smoothed by an exponential moving average of weight " + smoothing + ".";
        return "Accuracy, loss and learning rate over the "
                + (axis == TimeAxis.EPOCH ? "epochs" : axis.axisLabel()) + " of " + which
                + ". Vertical lines mark shrink steps." + smoothed;
    }
}
