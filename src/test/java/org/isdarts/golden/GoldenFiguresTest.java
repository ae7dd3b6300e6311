package org.isdarts.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.CurvesFigure;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.figure.chart.Split;
import org.isdarts.figure.file.FigureFormat;
import org.isdarts.figure.run.RunFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFiguresTest {
    private static final int DPI = 72;

    /** Text that is rasterized otherwise touches few squares visibly. */
    private static final double TOLERATED = 0.01;

    private static final ChartedRun NAS_BENCH_201 =
            new ChartedRun("quick-1", History.of(SimulatedSearch.nasBench201(1)));
    private static final ChartedRun DARTS = new ChartedRun("darts-1", History.of(SimulatedSearch.darts(1)));

    static Stream<Arguments> figures() {
        return Stream.of("curves", "cell-normal", "mask-normal", "figure4-normal-fisher", "heatmap-normal-iim")
                .flatMap(name -> Stream.of(FigureTheme.values())
                        .flatMap(theme -> Stream.of(
                                Arguments.of("nas-bench-201", NAS_BENCH_201, name, theme),
                                Arguments.of("darts", DARTS, name, theme))));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("figures")
    void everyFigureLooksAsItDidWhenItWasFoundGood(String space, ChartedRun run, String name, FigureTheme theme) {
        Figure figure = new RunFigures(run, theme).all().get(name);

        new GoldenPicture(space + "-" + name + "-" + theme, TOLERATED).expect(FigureFormat.image(figure, DPI));
    }

    @Test
    void twoRunsLookAsTheyDidWhenTheyWereFoundGood() {
        List<RunEvent> other = SimulatedSearch.nasBench201(2);
        Figure figure = new CurvesFigure(CurvesOptions.PLAIN.smoothed(0.6), FigureTheme.LIGHT)
                .of(List.of(NAS_BENCH_201, new ChartedRun("quick-2", History.of(other))));

        new GoldenPicture("compared-curves", TOLERATED).expect(FigureFormat.image(figure, DPI));
    }

    @Test
    void aMissingCurveIsNoticed() {
        CurvesOptions without = CurvesOptions.PLAIN.over(Set.of(Split.TEST));

        assertThat(GoldenPicture.differing(image(CurvesOptions.PLAIN), image(without)))
                .isGreaterThan(TOLERATED);
    }

    private static BufferedImage image(CurvesOptions look) {
        return FigureFormat.image(new CurvesFigure(look, FigureTheme.LIGHT).of(List.of(NAS_BENCH_201)), DPI);
    }
}
