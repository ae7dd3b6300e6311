package org.isdarts.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Test accuracy over epochs in small panels of one scale: a panel for every combination of settings, a thin line for every seed,
 * their mean thick, and a band of one standard deviation (divisor n - 1) around it where there are three runs or more. Mean
 * and band stop where the first run ends.
 *
 * @param groups the combinations
 * @param theme light or dark
 */
public record BandsFigure(List<Group> groups, FigureTheme theme) implements Figure {
    private static final Color LINE = new Color(0x0072B2);
    private static final BasicStroke THIN = new BasicStroke(0.5f);
    private static final BasicStroke THICK = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final float BAND = 0.2f;
    private static final int FEWEST_OF_A_BAND = 3;
    private static final int ACROSS = 3;
    private static final int HEIGHT = 110;
    private static final double ROOM = 0.06;

    /** More panels than these are left out. */
    public static final int MOST = 60;

    public BandsFigure {
        groups = groups.stream().limit(MOST).toList();
    }

    /**
     * Runs that differ in nothing but the seed.
     *
     * @param name what tells them from others
     * @param runs of each the accuracies in percent after the epochs done
     */
    public record Group(String name, List<List<Double>> runs) {
        public Group {
            runs = runs.stream().map(List::copyOf).toList();
        }

        /** Epochs that all runs have done. */
        int common() {
            return runs.stream().mapToInt(List::size).min().orElse(0);
        }

        SummaryStatistics after(int epoch) {
            SummaryStatistics statistics = new SummaryStatistics();
            runs.forEach(run -> statistics.addValue(run.get(epoch - 1)));
            return statistics;
        }
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height) {
        Graphics2D copy = theme.sheet(graphics, width, height);
        double cellWidth = width / across();
        double cellHeight = height / down();
        for (int i = 0; i < groups.size(); i++) {
            panel(groups.get(i))
                    .draw(
                            copy,
                            new Rectangle2D.Double(
                                    i % across() * cellWidth,
                                    Math.floorDiv(i, across()) * cellHeight,
                                    cellWidth,
                                    cellHeight));
        }
        copy.dispose();
    }

    private int across() {
        return Math.max(1, Math.min(ACROSS, groups.size()));
    }

    private int down() {
        return Math.max(1, (groups.size() + across() - 1) / across());
    }

    private JFreeChart panel(Group group) {
        ChartStyle style = new ChartStyle(theme);
        NumberAxis epochs = style.integerAxis("epoch", 0, Math.max(1, longest()));
        NumberAxis accuracy = style.sparseAxis("test, %");
        double low = values().min().orElse(0);
        double high = values().max().orElse(1);
        double room = ROOM * Math.max(1, high - low);
        accuracy.setRange(low - room, high + room);
        XYPlot plot = new XYPlot(mean(group), epochs, accuracy, meanRenderer());
        plot.setDataset(1, runs(group));
        plot.setRenderer(1, runRenderer(group.runs().size()));
        style.style(plot);
        return style.chart(group.name(), plot);
    }

    private DoubleStream values() {
        return groups.stream()
                .flatMap(group -> group.runs().stream())
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue);
    }

    private int longest() {
        return groups.stream()
                .flatMap(group -> group.runs().stream())
                .mapToInt(List::size)
                .max()
                .orElse(1);
    }

    private static YIntervalSeriesCollection mean(Group group) {
        YIntervalSeries series = new YIntervalSeries("mean");
        for (int epoch = 1; epoch <= group.common(); epoch++) {
            SummaryStatistics after = group.after(epoch);
            double deviation = group.runs().size() < FEWEST_OF_A_BAND ? 0 : after.getStandardDeviation();
            series.add(epoch, after.getMean(), after.getMean() - deviation, after.getMean() + deviation);
        }
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        dataset.addSeries(series);
        return dataset;
    }

    private DeviationRenderer meanRenderer() {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setSeriesPaint(0, theme.line(LINE));
        renderer.setSeriesFillPaint(0, theme.line(LINE));
        renderer.setSeriesStroke(0, THICK);
        renderer.setAlpha(BAND);
        return renderer;
    }

    private static XYSeriesCollection runs(Group group) {
        XYSeriesCollection dataset = new XYSeriesCollection();
        for (int run = 0; run < group.runs().size(); run++) {
            XYSeries series = new XYSeries(run);
            List<Double> values = group.runs().get(run);
            IntStream.range(0, values.size())
                    .forEach(i -> series.add(i + 1.0, values.get(i).doubleValue()));
            dataset.addSeries(series);
        }
        return dataset;
    }

    private XYLineAndShapeRenderer runRenderer(int runs) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int run = 0; run < runs; run++) {
            renderer.setSeriesPaint(run, theme.muted());
            renderer.setSeriesStroke(run, THIN);
        }
        return renderer;
    }

    @Override
    public Dimension preferredSize() {
        return new Dimension(PAGE, HEIGHT * down());
    }

    @Override
    public String title() {
        return "Test accuracy over epochs";
    }

    @Override
    public String caption() {
        return "Test accuracy over epochs. Thin lines are seeds, the thick one their mean, the band one standard deviation"
                + " (divisor n - 1) where there are three runs or more.";
    }
}
