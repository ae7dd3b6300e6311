package org.isdarts.figure.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The runs of Figure 3 of the paper as points: the accuracy of each supernet at its search's end, and that of the network
 * found. A strategy whose points rise finds what its supernets promise.
 *
 * @param groups the strategies
 * @param accuracy what the accuracy of the networks found is
 * @param theme light or dark
 */
public record ScatterFigure(List<StripsFigure.Group> groups, String accuracy, FigureTheme theme) implements Figure {
    private static final double SIZE = 5;
    private static final List<Shape> SHAPES = List.of(
            new Ellipse2D.Double(-SIZE / 2, -SIZE / 2, SIZE, SIZE),
            new Rectangle2D.Double(-SIZE / 2, -SIZE / 2, SIZE, SIZE),
            ShapeUtils.createUpTriangle((float) SIZE / 2),
            ShapeUtils.createDiamond((float) SIZE / 2),
            ShapeUtils.createDownTriangle((float) SIZE / 2));
    private static final double ROOM = 0.06;
    private static final int HEIGHT = 200;
    private static final int LINE = 14;

    public ScatterFigure {
        groups = List.copyOf(groups);
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height) {
        Graphics2D copy = theme.sheet(graphics, width, height);
        chart().draw(copy, new Rectangle2D.Double(0, 0, width, height));
        copy.dispose();
    }

    private JFreeChart chart() {
        ChartStyle style = new ChartStyle(theme);
        XYSeriesCollection dataset = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        List<LegendItem> legend = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            StripsFigure.Group group = groups.get(i);
            Shape shape = SHAPES.get(i % SHAPES.size());
            Color color = CurvesFigure.color(i, theme);
            dataset.addSeries(series(i, group));
            renderer.setSeriesShape(i, shape);
            renderer.setSeriesPaint(i, color);
            legend.add(style.patch(group.name() + ": " + group.agreement(), shape, color, color));
        }
        NumberAxis found = style.sparseAxis("found: " + accuracy + ", %");
        range(found, StripsFigure.Group::found);
        NumberAxis searched = style.axis("search: test accuracy after the last epoch, %", 0, 1);
        range(searched, StripsFigure.Group::searched);
        XYPlot plot = new XYPlot(dataset, searched, found, renderer);
        JFreeChart chart = style.chart(plot);
        style.legend(chart, legend);
        return chart;
    }

    private static XYSeries series(int key, StripsFigure.Group group) {
        XYSeries series = new XYSeries(key);
        IntStream.range(0, group.searched().size())
                .forEach(run ->
                        series.add(group.searched().get(run), group.found().get(run)));
        return series;
    }

    private void range(NumberAxis axis, Function<StripsFigure.Group, List<Double>> values) {
        double[] all = groups.stream()
                .flatMap(group -> values.apply(group).stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double room = ROOM * Math.max(1, all[all.length - 1] - all[0]);
        axis.setRange(all[0] - room, all[all.length - 1] + room);
    }

    @Override
    public Dimension preferredSize() {
        return new Dimension(PAGE, HEIGHT + LINE * groups.size());
    }

    @Override
    public String title() {
        return "Search against found";
    }

    @Override
    public String caption() {
        return "Accuracy of the supernet at the end of each search, and that of the network it found (" + accuracy
                + "), a point for every run. "
                + String.join(
                        "; ", groups.stream().map(StripsFigure.Group::words).toList()) + ".";
    }
}
