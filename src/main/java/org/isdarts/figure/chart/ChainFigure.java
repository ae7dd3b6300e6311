package org.isdarts.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.text.Words;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Figure 2 of the paper: networks in which one operation after another that a search kept is replaced by the one that it
 * discarded last there. Above their rank by importance, below their accuracy.
 *
 * @param links the networks, that of the search first
 * @param accuracy what accuracy is meant
 * @param reported accuracy that the paper reports for its own genotype, in percent; empty where it reports none
 * @param origin the run, in words
 * @param agreements how far importance, and the number of parameters, tell the accuracy, a clause each
 * @param theme light or dark
 */
public record ChainFigure(
        List<Link> links,
        String accuracy,
        OptionalDouble reported,
        String origin,
        List<String> agreements,
        FigureTheme theme) {
    private static final Color LINE = new Color(0x0072B2);
    private static final BasicStroke SOLID = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DOTTED =
            new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {1, 2}, 0);
    private static final Shape POINT = new Ellipse2D.Double(-2.2, -2.2, 4.4, 4.4);
    private static final double ROOM = 0.12;
    private static final int HEIGHT = 220;

    public ChainFigure {
        links = List.copyOf(links);
        agreements = List.copyOf(agreements);
    }

    /**
     * A network.
     *
     * @param rank by importance, from 1
     * @param accuracy in percent
     */
    public record Link(int rank, double accuracy) {}

    /** The figure. */
    public ChartFigure figure() {
        ChartStyle style = new ChartStyle(theme);
        CombinedDomainXYPlot plot =
                new CombinedDomainXYPlot(style.integerAxis("operations replaced", -0.5, links.size() - 0.5));
        plot.setGap(6);
        XYPlot ranks = panel(style, "rank", Link::rank);
        ranks.getRangeAxis().setInverted(true);
        plot.add(ranks, 1);
        XYPlot accuracies = panel(style, accuracy + ", %", Link::accuracy);
        reported.ifPresent(value -> {
            accuracies.getRangeAxis().setRange(including(accuracies, value), upTo(accuracies, value));
            style.level(accuracies, value, "reported for the paper's genotype", DOTTED);
        });
        plot.add(accuracies, 2);
        return new ChartFigure(
                style.chart(plot), new Dimension(Figure.COLUMN, HEIGHT), "Kept operations replaced", caption());
    }

    private static double including(XYPlot panel, double value) {
        return Math.min(panel.getRangeAxis().getLowerBound(), value - 1);
    }

    private static double upTo(XYPlot panel, double value) {
        return Math.max(panel.getRangeAxis().getUpperBound(), value + 1);
    }

    private XYPlot panel(ChartStyle style, String label, ToDoubleFunction<Link> value) {
        XYSeries series = new XYSeries(label);
        for (int i = 0; i < links.size(); i++) {
            series.add(i, value.applyAsDouble(links.get(i)));
        }
        double low = series.getMinY();
        double high = series.getMaxY();
        double room = ROOM * Math.max(1, high - low);
        NumberAxis axis = style.sparseAxis(label);
        axis.setRange(low - room, high + room);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        renderer.setSeriesPaint(0, theme.line(LINE));
        renderer.setSeriesStroke(0, SOLID);
        renderer.setSeriesShape(0, POINT);
        XYPlot plot = new XYPlot(new XYSeriesCollection(series), null, axis, renderer);
        style.style(plot);
        return plot;
    }

    private String caption() {
        return "Networks in which the first operations that " + origin
                + " kept, the most important first, are each replaced by the one that went last there; above their rank by"
                + " importance, below their " + accuracy + ". As in Figure 2 of the paper."
                + (reported.isPresent() ? " The dotted line is what the paper reports for its own genotype." : "")
                + agreements.stream()
                        .map(agreement -> " " + Words.capitalized(agreement) + ".")
                        .collect(Collectors.joining());
    }
}
