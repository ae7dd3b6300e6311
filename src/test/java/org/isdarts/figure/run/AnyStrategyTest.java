package org.isdarts.figure.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent.Gauged;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.event.SimulatedWeights;
import org.isdarts.export.ImportanceCsv;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartFigure;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.CurvesFigure;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.figure.file.FigureFiles;
import org.isdarts.space.CellType;
import org.isdarts.space.Operation;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures and tables show whatever a strategy tells, and nothing that it does not. */
class AnyStrategyTest {
    private static final History WEIGHTS = History.of(SimulatedWeights.events());
    private static final History IS_DARTS = History.of(SimulatedSearch.nasBench201(1));

    private static RunFigures figures(History history) {
        return new RunFigures(new ChartedRun("run", history), FigureTheme.LIGHT);
    }

    private static List<XYPlot> panels(History history) {
        ChartFigure figure =
                new CurvesFigure(CurvesOptions.PLAIN, FigureTheme.LIGHT).of(List.of(new ChartedRun("run", history)));
        return ((CombinedDomainXYPlot) figure.chart().getPlot()).getSubplots();
    }

    @Test
    void everyScoreThatIsToldHasAHeatmapAndThoseOverImagesAFigure4() {
        assertThat(figures(WEIGHTS).all().keySet())
                .containsExactlyInAnyOrder(
                        "curves",
                        "cell-normal",
                        "cell-normal-importance",
                        "mask-normal",
                        "heatmap-normal-share",
                        "heatmap-normal-raw");
        assertThat(figures(IS_DARTS).all().keySet())
                .contains("heatmap-normal-fisher", "figure4-normal-fisher", "heatmap-normal-iim", "figure4-normal-iim");
    }

    @Test
    void aCaptionSpeaksOfImagesOnlyWhereAScoreIsAnAverageOverThem() {
        assertThat(figures(WEIGHTS)
                        .heatmap(CellType.NORMAL, SimulatedWeights.SHARE)
                        .caption())
                .startsWith("Operation share of every candidate operation")
                .contains("; after each epoch from 1 to 6. The smallest values are discarded first.");
    }

    @Test
    void everyGaugeThatIsToldHasAPanelBelowTheCurves() {
        assertThat(panels(WEIGHTS)).hasSize(4);
        assertThat(panels(IS_DARTS)).hasSize(3);
    }

    @Test
    void theTitleOfAGaugeStandsInItsPanel(@TempDir Path folder) throws IOException {
        Path svg = folder.resolve("curves.svg");
        FigureFiles.write(figures(WEIGHTS).curves(), svg, FigureFiles.PRINT_DPI);

        assertThat(svg).content().contains(">Entropy<");
    }

    @Test
    void aGaugeIsOneLineThoughOtherEventsTellOtherGauges() {
        List<RunEvent> events = new ArrayList<>(SimulatedWeights.events());
        events.add(4, new Gauged(1, 1, 7, Map.of("other", 1.0)));
        History history = History.of(events);
        XYPlot entropy = panels(history).get(3);

        assertThat(IntStream.range(0, entropy.getDataset().getItemCount(0))
                        .mapToDouble(item -> entropy.getDataset().getYValue(0, item)))
                .doesNotContain(Double.NaN);
    }

    @Test
    void aGaugeIsDrawnWhereItWasTold() {
        XYPlot entropy = panels(WEIGHTS).get(3);

        assertThat(entropy.getDataset().getItemCount(0)).isEqualTo(12);
        assertThat(entropy.getDataset().getXValue(0, 0)).isEqualTo(0.5);
        assertThat(entropy.getDataset().getYValue(0, 11)).isZero();
    }

    @Test
    void sampledSubnetsArePointsAmongTheAccuracies() {
        XYPlot accuracy = panels(WEIGHTS).get(0);

        assertThat(accuracy.getDataset().getSeriesCount()).isEqualTo(3);
        assertThat(accuracy.getDataset().getItemCount(0)).isEqualTo(12);
        assertThat(accuracy.getDataset().getYValue(0, 0)).isEqualTo(20);
    }

    @Test
    void aTableOfScoresLeavesTheNumberOfImagesEmptyWhereThereIsNone() {
        assertThat(ImportanceCsv.lines(WEIGHTS.space(), WEIGHTS.scores(), true))
                .hasSize(1 + 6 * 2 * 30)
                .contains("6,normal,0->1,nor_conv_3x3,share,,0.6000000000000001");
    }

    @Test
    void theGenotypeReadNowTellsACollapse() {
        assertThat(WEIGHTS.genotypeNow().orElseThrow().count(Operation.SKIP_CONNECT))
                .isEqualTo(5);
    }
}
