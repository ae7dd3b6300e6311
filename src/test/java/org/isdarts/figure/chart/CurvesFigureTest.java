package org.isdarts.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.isdarts.event.History;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class CurvesFigureTest {
    private static final ChartedRun ONE = new ChartedRun("a", History.of(SimulatedSearch.nasBench201(1)));
    private static final ChartedRun TWO = new ChartedRun("b", History.of(SimulatedSearch.nasBench201(2)));

    private static XYPlot panel(int index, TimeAxis axis, double smoothing, ChartedRun... runs) {
        CurvesOptions look = CurvesOptions.PLAIN.along(axis).smoothed(smoothing);
        return panel(index, new CurvesFigure(look, FigureTheme.LIGHT), runs);
    }

    private static XYPlot panel(int index, CurvesFigure curves, ChartedRun... runs) {
        ChartFigure figure = curves.of(List.of(runs));
        return ((CombinedDomainXYPlot) figure.chart().getPlot()).getSubplots().get(index);
    }

    private static List<Double> marks(XYPlot panel) {
        Collection<?> markers = panel.getDomainMarkers(Layer.BACKGROUND);
        return markers.stream()
                .map(marker -> ((ValueMarker) marker).getValue())
                .sorted()
                .toList();
    }

    @Test
    void testAndTrainingAccuracyAreInPercent() {
        XYDataset accuracy = panel(0, TimeAxis.EPOCH, 0, ONE).getDataset();
        var last = ONE.history().epochs().get(29);

        assertThat(accuracy.getXValue(0, 29)).isEqualTo(30);
        assertThat(accuracy.getYValue(0, 29)).isEqualTo(100 * last.test().top1());
        assertThat(accuracy.getYValue(1, 29)).isEqualTo(100 * last.train().top1());
    }

    @Test
    void top5AccuracyIsAPanelOfItsOwn() {
        CurvesOptions look = CurvesOptions.PLAIN.of(Set.of(Quantity.ACCURACY, Quantity.TOP5, Quantity.LOSS));
        CurvesFigure curves = new CurvesFigure(look, FigureTheme.LIGHT);

        assertThat(panel(1, curves, ONE).getDataset().getYValue(0, 29))
                .isEqualTo(100 * ONE.history().epochs().get(29).test().top5());
        assertThat(curves.of(List.of(ONE)).caption()).startsWith("Accuracy, top-5 accuracy and loss over the epochs");
    }

    @Test
    void everyRunHasItsOwnCurves() {
        assertThat(panel(0, TimeAxis.EPOCH, 0, ONE, TWO).getDataset().getSeriesCount())
                .isEqualTo(4);
        assertThat(panel(2, TimeAxis.EPOCH, 0, ONE, TWO).getDataset().getSeriesCount())
                .isEqualTo(2);
    }

    @Test
    void shrinkStepsAreMarkedAndPausesAreNot() {
        assertThat(marks(panel(0, TimeAxis.EPOCH, 0, ONE))).containsExactly(22.0, 24.0, 26.0, 28.0);
    }

    @Test
    void overWallTimeEpochsLieAtTheSumOfTheirSeconds() {
        XYDataset loss = panel(1, TimeAxis.WALL_TIME, 0, ONE).getDataset();
        double seconds = ONE.history().epochs().stream()
                .limit(10)
                .mapToDouble(epoch -> epoch.seconds())
                .sum();

        assertThat(loss.getXValue(0, 9)).isEqualTo(seconds / 60, within(1e-9));
    }

    @Test
    void overStepsAnEpochHasAllItsBatches() {
        assertThat(panel(1, TimeAxis.STEP, 0, ONE).getDataset().getXValue(0, 4)).isEqualTo(500);
    }

    @Test
    void smoothingIsAnExponentialMovingAverage() {
        XYDataset raw = panel(1, TimeAxis.EPOCH, 0, ONE).getDataset();
        XYDataset smoothed = panel(1, TimeAxis.EPOCH, 0.75, ONE).getDataset();

        assertThat(smoothed.getYValue(0, 7)).isEqualTo(raw.getYValue(0, 7));
        assertThat(smoothed.getYValue(1, 7))
                .isEqualTo(0.75 * smoothed.getYValue(1, 6) + 0.25 * raw.getYValue(0, 7), within(1e-12));
    }

    @Test
    void theLearningRateIsPlannedAndNotSmoothed() {
        XYDataset smoothed = panel(2, TimeAxis.EPOCH, 0.75, ONE).getDataset();

        assertThat(smoothed.getSeriesCount()).isOne();
        assertThat(smoothed.getYValue(0, 29))
                .isEqualTo(ONE.history().epochs().get(29).rate());
    }

    @Test
    void smoothingOfOneIsRefused() {
        assertThatThrownBy(() -> CurvesOptions.PLAIN.smoothed(1))
                .isInstanceOf(FigureException.class)
                .hasMessage("smoothing is at least 0 and below 1, not 1.0");
    }

    @Test
    void aSearchWithoutAnEpochHasNoCurveYet() {
        ChartedRun begun =
                new ChartedRun("c", History.of(SimulatedSearch.nasBench201(1).subList(0, 4)));

        assertThat(panel(0, TimeAxis.WALL_TIME, 0, begun).getDataset().getItemCount(0))
                .isZero();
    }

    @Test
    void aFewEpochsAreDrawnAsPointsToo() {
        ChartedRun young = new ChartedRun("young", ONE.history().asOf(1));

        assertThat(pointsOf(panel(0, TimeAxis.EPOCH, 0, young))).isTrue();
        assertThat(pointsOf(panel(0, TimeAxis.EPOCH, 0, ONE))).isFalse();
    }

    private static boolean pointsOf(XYPlot panel) {
        return ((XYLineAndShapeRenderer) panel.getRenderer()).getItemShapeVisible(0, 0);
    }

    @Test
    void theTicksOfAConstantRateCanBeToldApart() {
        ChartedRun young = new ChartedRun("young", ONE.history().asOf(1));

        assertThat(rateTicks(young, 40)).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void ticksKeepTheirDistanceInALowPanel() {
        assertThat(rateTicks(ONE, 40)).hasSizeBetween(1, 3);
    }

    @Test
    void theAxisReachesToTheLastPlannedEpoch() {
        ChartedRun young = new ChartedRun("young", ONE.history().asOf(3));

        assertThat(seen(Span.WHOLE, young).getUpperBound()).isCloseTo(30, within(1.0));
    }

    private static Range seen(Span span, ChartedRun run) {
        return new CurvesFigure(CurvesOptions.PLAIN, FigureTheme.LIGHT, span, Set.of()).seen(List.of(run));
    }

    @Test
    void aChanceLineLiesAtOneInTheNumberOfClasses() {
        Collection<?> levels = panel(0, TimeAxis.EPOCH, 0, ONE).getRangeMarkers(Layer.BACKGROUND);

        assertThat(levels).singleElement().satisfies(level -> assertThat(((ValueMarker) level).getValue())
                .isEqualTo(10));
        assertThat(panel(0, TimeAxis.EPOCH, 0, ONE).getRangeAxis().getRange().contains(10))
                .isTrue();
    }

    @Test
    void theWordChanceStandsOnItsLineAndCoversNoCurve() {
        XYPlot accuracy = panel(0, TimeAxis.EPOCH, 0, ONE);

        assertThat(accuracy.getRangeMarkers(Layer.BACKGROUND))
                .singleElement()
                .satisfies(level -> assertThat(((ValueMarker) level).getLabel()).isEqualTo("chance"));
        assertThat(accuracy.getRangeMarkers(Layer.FOREGROUND)).isNullOrEmpty();
    }

    @Test
    void zoomedInTheValuesSeenFillThePanel() {
        CurvesFigure late = new CurvesFigure(CurvesOptions.PLAIN, FigureTheme.LIGHT, new Span(0.8, 1), Set.of());
        Range whole = panel(1, TimeAxis.EPOCH, 0, ONE).getRangeAxis().getRange();
        Range seen = panel(1, late, ONE).getRangeAxis().getRange();

        assertThat(seen.getLength()).isLessThan(0.5 * whole.getLength());
    }

    @Test
    void aHiddenRunLeavesTheOtherItsColor() {
        CurvesFigure second = new CurvesFigure(CurvesOptions.PLAIN, FigureTheme.LIGHT, Span.WHOLE, Set.of(0));
        XYPlot accuracy = panel(0, second, ONE, TWO);

        assertThat(accuracy.getDataset().getSeriesCount()).isEqualTo(2);
        assertThat(accuracy.getRenderer().getSeriesPaint(0)).isEqualTo(CurvesFigure.color(1, FigureTheme.LIGHT));
        assertThat(second.of(List.of(ONE, TWO)).caption()).contains("run b").doesNotContain("run a");
    }

    @Test
    void onlyTheWantedCurvesAreDrawn() {
        CurvesOptions look = CurvesOptions.PLAIN.of(Set.of(Quantity.LOSS)).over(Set.of(Split.TRAIN));
        CurvesFigure loss = new CurvesFigure(look, FigureTheme.LIGHT);

        assertThat(((CombinedDomainXYPlot) loss.of(List.of(ONE)).chart().getPlot()).getSubplots())
                .hasSize(1);
        assertThat(panel(0, loss, ONE).getDataset().getSeriesCount()).isEqualTo(1);
    }

    private static List<String> rateTicks(ChartedRun run, double height) {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        List<?> ticks = panel(2, TimeAxis.EPOCH, 0, run)
                .getRangeAxis()
                .refreshTicks(
                        image.createGraphics(),
                        new AxisState(),
                        new Rectangle2D.Double(0, 0, 100, height),
                        RectangleEdge.LEFT);
        return ticks.stream()
                .map(tick -> ((Tick) tick).getText())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
