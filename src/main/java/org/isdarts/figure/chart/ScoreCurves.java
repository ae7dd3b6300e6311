package org.isdarts.figure.chart;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.score.Scaling;
import org.isdarts.score.Score;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A score of operations on one edge over the epochs at which it was measured, each in its own style; a curve ends
 * where its operation was discarded.
 *
 * @param cellType the cells shown
 * @param edge index of the edge
 * @param operations indices of the operations shown
 * @param score the score shown
 * @param theme light or dark
 */
public record ScoreCurves(CellType cellType, int edge, List<Integer> operations, Score score, FigureTheme theme) {
    /** From what ratio of the largest to the smallest value on a logarithmic axis has enough powers of ten to read. */
    private static final double LOGARITHMIC_FROM = 30;

    /** About how many values are written along the axis. */
    private static final int LABELS = 5;

    public ScoreCurves {
        operations = List.copyOf(operations);
    }

    /**
     * The figure of a run.
     *
     * @throws FigureException if nothing is measured yet
     */
    public ChartFigure of(ChartedRun run) {
        History history = run.history();
        List<CandidatesScored> scored = history.scores(score);
        if (scored.isEmpty()) {
            throw new FigureException("no " + score.title() + " has been measured yet");
        }
        ChartStyle style = new ChartStyle(theme);
        boolean logarithmic = score.scaling() == Scaling.LOGARITHMIC;
        XYSeriesCollection curves = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        List<Infinite> infinite = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int operation : operations) {
            int series = curves.getSeriesCount();
            XYSeries curve = new XYSeries(operation);
            for (CandidatesScored measured : scored) {
                double value = measured.of(cellType, score).orElseThrow().values()[edge][operation];
                boolean drawable = Double.isFinite(value) && (value > 0 || !logarithmic);
                // Not a number interrupts the line, which else would seem to lead through what is not there.
                curve.add(measured.epoch(), drawable ? value : Double.NaN);
                if (drawable) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
                if (value == Double.POSITIVE_INFINITY) {
                    infinite.add(new Infinite(measured.epoch(), operation));
                }
            }
            OperationStyle look = OperationStyle.of(history.space().operations().get(operation));
            renderer.setSeriesPaint(series, look.color(theme));
            renderer.setSeriesStroke(series, look.stroke(1.2f));
            renderer.setSeriesShape(series, new Ellipse2D.Double(-1.2, -1.2, 2.4, 2.4));
            curves.addSeries(curve);
        }
        NumberAxis x = style.integerAxis("epoch", 0, history.plannedEpochs());
        ValueAxis y = values(style, logarithmic, low, high);
        XYPlot plot = new XYPlot(curves, x, y, renderer);
        for (Infinite place : infinite) {
            plot.addAnnotation(mark(place, y.getUpperBound(), history.space()));
        }
        for (int epoch : history.shrinkEpochs()) {
            style.mark(plot, epoch, new BasicStroke(0.6f), theme.faint());
        }
        String name = score.title();
        return new ChartFigure(
                style.chart(name, plot),
                new Dimension(Figure.COLUMN, 150),
                name + " of one edge over epochs",
                name + " of operations on edge " + history.space().edges().get(edge) + " of "
                        + AxisLabels.origin(run, cellType) + ".");
    }

    /** An epoch at which the score of an operation is infinite. */
    private record Infinite(int epoch, int operation) {}

    /** An infinity sign at the upper edge, in the operation's color. */
    private XYTextAnnotation mark(Infinite place, double top, SearchSpace space) {
        XYTextAnnotation sign = new XYTextAnnotation("∞", place.epoch, top);
        sign.setTextAnchor(TextAnchor.TOP_CENTER);
        sign.setFont(FigureFont.of(FigureFont.TEXT));
        sign.setPaint(OperationStyle.of(space.operations().get(place.operation)).color(theme));
        return sign;
    }

    private static ValueAxis values(ChartStyle style, boolean logarithmic, double low, double high) {
        if (!(low <= high)) {
            return style.axis(null, 0, 1);
        }
        if (!logarithmic || high / low < LOGARITHMIC_FROM) {
            double room = Math.max(high - low, Math.abs(high) * 0.1 + 1e-12) * 0.06;
            NumberAxis axis = style.sparseAxis(null);
            axis.setRange(low - room, high + room);
            return axis;
        }
        LogAxis axis = style.logAxis(null, low / 1.4, high * 1.4);
        axis.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil(Math.log10(high / low) / LABELS))));
        return axis;
    }
}
