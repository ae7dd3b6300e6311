package org.isdarts.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent.Accuracy;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.event.SearchEvent.Gauged;
import org.isdarts.event.SearchEvent.SubnetSampled;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.score.Gauge;
import org.isdarts.text.Words;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Accuracy, loss and learning rate of one or several runs, one above the other over a common axis that reaches to the
 * last planned epoch. Test images are drawn solid, training images dashed; thin vertical lines mark shrink steps, a
 * dotted level one the accuracy of chance. Sampled subnets are points; what the strategies tell about themselves has
 * panels of its own.
 *
 * @param look what is drawn
 * @param theme light or dark
 * @param span the part of the x axis seen
 * @param hidden places of runs that are left out; the others keep their colors
 */
public record CurvesFigure(CurvesOptions look, FigureTheme theme, Span span, Set<Integer> hidden) {
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
    private static final double X_RANGE = 1.02;

    /** Most epochs whose points are drawn besides the lines: a single epoch has no line. */
    private static final int FEW_EPOCHS = 12;

    /** Least height of an axis as a fraction of the values along it: what is constant is to look constant. */
    private static final double LEAST_RANGE = 0.02;

    /** Room above and below the values, as a fraction of their range. */
    private static final double ROOM = 0.06;

    /** Room above the values of a gauge, for its title. */
    private static final double ROOM_FOR_TITLE = 0.6;

    /** Height of a gauge's panel beside the 4 of accuracy and loss. */
    private static final int GAUGE_WEIGHT = 3;

    /** Height of a panel, and of what is around the panels, in points. */
    private static final int PANEL = 78;

    private static final int AROUND = 46;

    public CurvesFigure {
        hidden = Set.copyOf(hidden);
    }

    /** The whole curves of all runs. */
    public CurvesFigure(CurvesOptions look, FigureTheme theme) {
        this(look, theme, Span.WHOLE, Set.of());
    }

    /** The figure of some runs, at least one. */
    public ChartFigure of(List<ChartedRun> runs) {
        ChartStyle style = new ChartStyle(theme);
        Range seen = seen(runs);
        TimeAxis axis = look.axis();
        NumberAxis x = axis == TimeAxis.WALL_TIME
                ? style.axis(axis.axisLabel(), seen.getLowerBound(), seen.getUpperBound())
                : style.integerAxis(axis.axisLabel(), seen.getLowerBound(), seen.getUpperBound());
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(x);
        plot.setGap(6);
        for (Quantity quantity : Quantity.values()) {
            if (look.quantities().contains(quantity)) {
                plot.add(new Panel(style, axisLabel(quantity), runs, seen).of(quantity), weight(quantity));
            }
        }
        List<Gauge> gauges = gauges(runs);
        for (Gauge gauge : gauges) {
            plot.add(new Panel(style, null, runs, seen).of(gauge), GAUGE_WEIGHT);
        }
        JFreeChart chart = style.chart(plot);
        style.legend(chart, legend(style, runs));
        if (runs.size() > 1) {
            style.legend(chart, runLegend(style, runs));
        }
        int height = AROUND + PANEL * (look.quantities().size() + gauges.size()) + 12 * ((runs.size() + 1) / 2);
        return new ChartFigure(chart, new Dimension(Figure.COLUMN, height), title(), caption(runs));
    }

    private static String axisLabel(Quantity quantity) {
        return switch (quantity) {
            case ACCURACY -> "acc. %";
            case TOP5 -> "top-5 %";
            case LOSS, RATE -> quantity.label();
        };
    }

    private static int weight(Quantity quantity) {
        return quantity == Quantity.RATE ? GAUGE_WEIGHT : 4;
    }

    /** What the strategies of some runs told about themselves, in the order in which they declare it. */
    public static List<Gauge> gauges(List<ChartedRun> runs) {
        return runs.stream()
                .map(ChartedRun::history)
                .flatMap(history -> history.method().gauges().stream().filter(gauge -> history.gauges().stream()
                        .anyMatch(gauged -> gauged.values().containsKey(gauge.name()))))
                .distinct()
                .toList();
    }

    private String title() {
        List<String> titles =
                look.quantities().stream().sorted().map(Quantity::title).toList();
        int last = titles.size() - 1;
        return Words.capitalized(
                last == 0 ? titles.get(0) : String.join(", ", titles.subList(0, last)) + " and " + titles.get(last));
    }

    /** The values along the x axis that are seen of some runs, at least one. */
    public Range seen(List<ChartedRun> runs) {
        double end = runs.stream()
                .map(ChartedRun::history)
                .mapToDouble(history -> look.axis().end(history))
                .filter(last -> last > 0)
                .max()
                .orElse(1);
        return span.of(new Range(0, X_RANGE * end));
    }

    private static BasicStroke dashes(float width, float... dash) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /** The color of a run by its place: from the first on again when all are taken, each time darker. */
    public static Color color(int run, FigureTheme theme) {
        Color color = new Color(RUN_COLORS[run % RUN_COLORS.length]);
        for (int round = 0; round < run / RUN_COLORS.length; round++) {
            color = color.darker();
        }
        return theme.line(color);
    }

    private static Color faint(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 0x60);
    }

    /** One of the plots: a quantity or a gauge of every run. */
    private final class Panel {
        private final XYSeriesCollection curves = new XYSeriesCollection();
        private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        private final NumberAxis y;
        private final XYPlot plot;
        private final Range seen;
        private final List<ChartedRun> runs;
        private final ChartStyle style;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        Panel(ChartStyle style, String label, List<ChartedRun> runs, Range seen) {
            this.style = style;
            this.runs = runs;
            this.seen = seen;
            y = style.sparseAxis(label);
            renderer.setDrawSeriesLineAsPath(true);
            plot = new XYPlot(curves, null, y, renderer);
            // What is added first lies below.
            plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
            style.style(plot);
            plot.setNoDataMessage("no epoch has finished yet");
            shown((history, color) -> markShrinks(history, runs.size() == 1 ? theme.muted() : faint(color)));
        }

        XYPlot of(Quantity quantity) {
            shown((history, color) -> add(quantity, history, color));
            List<Double> levels =
                    switch (quantity) {
                        case ACCURACY -> chances(1);
                        case TOP5 -> chances(5);
                        case LOSS, RATE -> List.of();
                    };
            if (span.equals(Span.WHOLE)) {
                levels.forEach(this::reach);
            }
            fit(ROOM);
            levels.forEach(chance -> style.level(plot, chance, "chance", DOTTED));
            return plot;
        }

        XYPlot of(Gauge gauge) {
            shown((history, color) -> add(gauge, history, color));
            plot.addAnnotation(new Inscription(gauge.title(), theme));
            fit(ROOM_FOR_TITLE);
            return plot;
        }

        private void shown(BiConsumer<History, Color> each) {
            for (int run = 0; run < runs.size(); run++) {
                if (!hidden.contains(run)) {
                    each.accept(runs.get(run).history(), color(run, theme));
                }
            }
        }

        private void markShrinks(History history, Color color) {
            for (int epoch : history.shrinkEpochs()) {
                style.mark(plot, look.axis().at(history, epoch), HAIRLINE, color);
            }
        }

        /** The accuracy of so many guesses, once for every number of classes; older runs do not tell theirs. */
        private List<Double> chances(int guesses) {
            return runs.stream()
                    .map(run -> run.history().start().classes())
                    .filter(classes -> classes > 1)
                    .distinct()
                    .map(classes -> Math.min(100, 100.0 * guesses / classes))
                    .toList();
        }

        private void add(Quantity quantity, History history, Color color) {
            switch (quantity) {
                case ACCURACY -> {
                    samples(history, color, sample -> 100 * sample.top1());
                    splits(history, color, accuracy -> 100 * accuracy.top1());
                }
                case TOP5 -> splits(history, color, accuracy -> 100 * accuracy.top5());
                case LOSS -> {
                    samples(history, color, SubnetSampled::loss);
                    splits(history, color, Accuracy::loss);
                }
                case RATE -> curve(history, EpochFinished::rate, 0, SOLID, color);
            }
        }

        private void add(Gauge gauge, History history, Color color) {
            XYSeries curve = new XYSeries(curves.getSeriesCount());
            for (Gauged gauged : history.gauges()) {
                Double value = gauged.values().get(gauge.name());
                if (value != null) {
                    add(curve, history, gauged.epoch(), gauged.step(), value);
                }
            }
            add(curve, SOLID, color);
            renderer.setSeriesShapesVisible(curves.getSeriesCount() - 1, curve.getItemCount() <= FEW_EPOCHS);
        }

        /** Sampled subnets, each by itself. */
        private void samples(History history, Color color, ToDoubleFunction<SubnetSampled> quantity) {
            if (history.samples().isEmpty()) {
                return;
            }
            XYSeries points = new XYSeries(curves.getSeriesCount());
            for (SubnetSampled sample : history.samples()) {
                add(points, history, sample.epoch(), sample.step(), quantity.applyAsDouble(sample));
            }
            add(points, SOLID, faint(color));
            renderer.setSeriesLinesVisible(curves.getSeriesCount() - 1, false);
            renderer.setSeriesShapesVisible(curves.getSeriesCount() - 1, true);
        }

        private void add(XYSeries series, History history, int epoch, int step, double value) {
            double x = look.axis()
                    .at(history, epoch - 1 + (double) step / history.start().stepsPerEpoch());
            series.add(x, Double.isFinite(value) ? value : Double.NaN);
            if (seen.contains(x)) {
                reach(value);
            }
        }

        private void splits(History history, Color color, ToDoubleFunction<Accuracy> quantity) {
            for (Split split : Split.values()) {
                if (look.splits().contains(split)) {
                    ToDoubleFunction<EpochFinished> value =
                            epoch -> split.of(epoch) == null ? Double.NaN : quantity.applyAsDouble(split.of(epoch));
                    curve(history, value, look.smoothing(), split == Split.TEST ? SOLID : DASHED, color);
                }
            }
        }

        /** @param past its weight in the moving average; what is planned has no noise to smooth */
        private void curve(
                History history, ToDoubleFunction<EpochFinished> quantity, double past, Stroke stroke, Color color) {
            if (past > 0) {
                add(history, quantity, 0, stroke, faint(color));
            }
            add(history, quantity, past, stroke, color);
            renderer.setSeriesShapesVisible(curves.getSeriesCount() - 1, history.epoch() <= FEW_EPOCHS);
        }

        private void add(
                History history, ToDoubleFunction<EpochFinished> quantity, double past, Stroke stroke, Color color) {
            XYSeries curve = new XYSeries(curves.getSeriesCount());
            double mean = Double.NaN;
            for (EpochFinished epoch : history.epochs()) {
                double value = quantity.applyAsDouble(epoch);
                mean = Double.isFinite(mean) ? past * mean + (1 - past) * value : value;
                double x = look.axis().at(history, epoch.epoch());
                curve.add(x, Double.isFinite(mean) ? mean : Double.NaN);
                if (seen.contains(x)) {
                    reach(mean);
                }
            }
            add(curve, stroke, color);
        }

        private void add(XYSeries curve, Stroke stroke, Color color) {
            int series = curves.getSeriesCount();
            curves.addSeries(curve);
            renderer.setSeriesStroke(series, stroke);
            renderer.setSeriesPaint(series, color);
            renderer.setSeriesShape(series, POINT);
        }

        private void reach(double value) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }

        /** The y axis reaches over the values that are seen, and a fraction of their range further above them. */
        private void fit(double above) {
            if (low <= high) {
                double least = LEAST_RANGE * (high == 0 ? 1 : Math.abs(high));
                double height = Math.max(least, high - low);
                double middle = (low + high) / 2;
                y.setRange(middle - (0.5 + ROOM) * height, middle + (0.5 + above) * height);
            }
        }
    }

    private List<LegendItem> legend(ChartStyle style, List<ChartedRun> runs) {
        Color curve = runs.size() == 1 ? color(0, theme) : theme.foreground();
        List<LegendItem> items = new ArrayList<>();
        for (Split split : Split.values()) {
            if (look.splits().contains(split)) {
                items.add(style.line(split.label(), SAMPLE, split == Split.TEST ? SOLID : DASHED, curve));
            }
        }
        if (anyShrinks(runs)) {
            items.add(style.line("shrink", UPRIGHT_SAMPLE, HAIRLINE, theme.muted()));
        }
        return items;
    }

    private static boolean anyShrinks(List<ChartedRun> runs) {
        return runs.stream().anyMatch(run -> !run.history().shrinkEpochs().isEmpty());
    }

    private List<LegendItem> runLegend(ChartStyle style, List<ChartedRun> runs) {
        List<LegendItem> items = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            if (!hidden.contains(run)) {
                items.add(style.line(runs.get(run).name(), SAMPLE, SOLID, color(run, theme)));
            }
        }
        return items;
    }

    private String caption(List<ChartedRun> runs) {
        String which = IntStream.range(0, runs.size())
                .filter(run -> !hidden.contains(run))
                .mapToObj(run -> AxisLabels.run(runs.get(run)))
                .collect(Collectors.joining("; "));
        String smoothed = look.smoothing() == 0
                ? ""
                : " Smoothed by an exponential moving average of weight "
                        + String.format(Locale.ROOT, "%.2f", look.smoothing()).replaceFirst("0$", "") + ".";
        return title() + " over the "
                + (look.axis() == TimeAxis.EPOCH ? "epochs" : look.axis().axisLabel()) + " of " + which
                + "." + (anyShrinks(runs) ? " Vertical lines mark shrink steps." : "") + smoothed;
    }
}
