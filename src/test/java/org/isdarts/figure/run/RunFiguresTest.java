package org.isdarts.figure.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.util.List;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.figure.chart.TimeAxis;
import org.isdarts.figure.file.FigureFormat;
import org.isdarts.score.Scaling;
import org.isdarts.space.CellType;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.junit.jupiter.api.Test;

class RunFiguresTest {
    private static final List<RunEvent> EVENTS = SimulatedSearch.darts(1);

    private static RunFigures figures(List<RunEvent> events, FigureTheme theme) {
        return new RunFigures(new ChartedRun("darts-1", History.of(events)), theme);
    }

    @Test
    void aFinishedRunHasEveryFigureOfEveryCell() {
        assertThat(figures(EVENTS, FigureTheme.LIGHT).all())
                .containsOnlyKeys(
                        "curves",
                        "cell-normal",
                        "cell-normal-importance",
                        "mask-normal",
                        "figure4-normal-fisher",
                        "heatmap-normal-fisher",
                        "figure4-normal-iim",
                        "heatmap-normal-iim",
                        "cell-reduction",
                        "cell-reduction-importance",
                        "mask-reduction",
                        "figure4-reduction-fisher",
                        "heatmap-reduction-fisher",
                        "figure4-reduction-iim",
                        "heatmap-reduction-iim");
    }

    @Test
    void figure4ShowsFourShrinkEpochsFromFirstToLast() {
        assertThat(figures(EVENTS, FigureTheme.LIGHT).figure4Epochs()).containsExactly(29, 35, 41, 47);
    }

    @Test
    void figure4ShowsTheEpochsAskedForOfThoseMeasured() {
        RunFigures figures = new RunFigures(
                new ChartedRun("darts-1", History.of(EVENTS).asOf(36)),
                FigureStyle.of(FigureTheme.LIGHT).at(List.of(30, 36, 47)));

        assertThat(figures.figure4Epochs()).containsExactly(30, 36);
    }

    @Test
    void beforeTheFirstShrinkStepFigure4ShowsTheLatestMeasurement() {
        RunFigures figures =
                new RunFigures(new ChartedRun("darts-1", History.of(EVENTS).asOf(10)), FigureTheme.LIGHT);

        assertThat(figures.figure4Epochs()).containsExactly(10);
    }

    @Test
    void aSearchThatJustBeganHasFiguresWithoutImportance() {
        assertThat(figures(EVENTS.subList(0, 2), FigureTheme.LIGHT).all())
                .containsOnlyKeys("curves", "cell-normal", "mask-normal", "cell-reduction", "mask-reduction");
    }

    @Test
    void everyFigureCanBeDrawnAfterEveryEvent() {
        for (int end = 2; end < EVENTS.size(); end += 37) {
            List<RunEvent> events = EVENTS.subList(0, end);
            assertThatCode(() -> figures(events, FigureTheme.DARK)
                            .all()
                            .values()
                            .forEach(figure -> FigureFormat.image(figure, 20)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyFigureReachesIntoTheCornersOfItsTheme() {
        int background = FigureTheme.DARK.background().getRGB();

        assertThat(figures(EVENTS, FigureTheme.DARK).all().values()).allSatisfy(figure -> {
            BufferedImage image = FigureFormat.image(figure, 100);
            assertThat(image.getRGB(0, 0)).isEqualTo(background);
            assertThat(image.getRGB(image.getWidth() - 1, image.getHeight() - 1))
                    .isEqualTo(background);
        });
    }

    private static ColorScale scale(ColorRange range, int epoch) {
        History whole = History.of(EVENTS);
        FigureStyle look = new FigureStyle(
                FigureTheme.LIGHT,
                ColorMap.CIVIDIS,
                ColorScaling.AUTOMATIC,
                range,
                Scaling.LINEAR,
                CurvesOptions.PLAIN,
                List.of());
        return new RunFigures(new ChartedRun("darts-1", whole.asOf(epoch)), whole, look)
                .importance(CellType.NORMAL)
                .orElseThrow()
                .scale();
    }

    @Test
    void aFixedRangeIsTheSameAtEveryEpoch() {
        assertThat(scale(ColorRange.FIXED, 10)).isEqualTo(scale(ColorRange.FIXED, 40));
    }

    @Test
    void aFittedRangeIsThatOfTheEpoch() {
        assertThat(scale(ColorRange.FITTED, 10)).isNotEqualTo(scale(ColorRange.FITTED, 40));
    }

    @Test
    void theChosenColorsReachTheCell() {
        assertThat(scale(ColorRange.FITTED, 10).colors()).isEqualTo(ColorMap.CIVIDIS);
    }

    @Test
    void aCellCanBeDrawnByEitherMeasurement() {
        RunFigures figures = figures(EVENTS.subList(0, EVENTS.size() / 2), FigureTheme.LIGHT);

        assertThat(figures.cell(CellType.NORMAL, IsDartsScores.IIM).caption()).contains("IIM");
        assertThat(figures.cell(CellType.NORMAL, IsDartsScores.FISHER).caption())
                .contains("Fisher");
    }

    @Test
    void curvesOverTimeAreSmoothedAsChosen() {
        FigureStyle look = new FigureStyle(
                FigureTheme.LIGHT,
                ColorMap.VIRIDIS,
                ColorScaling.AUTOMATIC,
                ColorRange.FITTED,
                Scaling.LINEAR,
                CurvesOptions.PLAIN.along(TimeAxis.WALL_TIME).smoothed(0.9),
                List.of());

        assertThat(new RunFigures(new ChartedRun("darts-1", History.of(EVENTS)), look)
                        .curves()
                        .caption())
                .contains("wall time")
                .contains("0.9");
    }
}
