package org.isdarts.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.file.FigureFormat;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Scaling;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeatmapTest {
    private static final ChartedRun RUN = new ChartedRun("quick-1", History.of(SimulatedSearch.nasBench201(1)));
    private static final History HISTORY = RUN.history();
    private static final CandidateRows ROWS = new CandidateRows(HISTORY.space());
    private static final FigureTheme THEME = FigureTheme.LIGHT;

    /** A fixed scale, so that a test knows every value's color. */
    private static final HeatmapOptions LOOK =
            new HeatmapOptions(ColorMap.CIVIDIS, Scaling.LOGARITHMIC, new Range(1, 10_000), THEME);

    private static final ColorScale SCALE = new ColorScale(ColorMap.CIVIDIS, Scaling.LOGARITHMIC, 1, 10_000);

    private static CandidateScores fisher(int epoch) {
        return HISTORY.score(epoch, CellType.NORMAL, IsDartsScores.FISHER).orElseThrow();
    }

    private static Drawn figure4(Scaling images, Integer... epochs) {
        return new Drawn(new Figure4(CellType.NORMAL, IsDartsScores.FISHER, List.of(epochs), images, LOOK).of(RUN));
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void figure4ShowsTheRunningMeanAtANumberOfImages(Scaling images) {
        Drawn drawn = figure4(images, 22, 26);
        CandidatesScored measured = HISTORY.scoredIn(26).orElseThrow();
        Mask mask = HISTORY.maskBefore(26, CellType.NORMAL);

        for (Candidate candidate : mask.keptCandidates()) {
            float[] running = fisher(26).running()[candidate.edge()][candidate.operation()];
            for (int i : new int[] {1, 5, running.length / 2}) {
                double between = (measured.counts()[i] + measured.counts()[i + 1]) / 2.0;
                assertThat(drawn.inRow(1, between, ROWS.row(candidate), ROWS.count()))
                        .isEqualTo(SCALE.rgb(running[i]));
            }
        }
    }

    @Test
    void discardedCellsAreHatched() {
        Drawn drawn = figure4(Scaling.LINEAR, 28);
        Mask mask = HISTORY.maskBefore(28, CellType.NORMAL);

        for (int row = 0; row < ROWS.count(); row++) {
            if (!mask.keeps(ROWS.candidate(row))) {
                int inRow = row;
                List<Integer> colors = DoubleStream.iterate(50, x -> x + 1)
                        .limit(20)
                        .mapToObj(x -> drawn.inRow(0, x, inRow, ROWS.count()))
                        .distinct()
                        .toList();
                assertThat(colors)
                        .containsExactlyInAnyOrder(
                                THEME.discarded().getRGB() & 0xFFFFFF,
                                THEME.hatching().getRGB() & 0xFFFFFF);
            }
        }
    }

    @Test
    void infiniteCellsHaveTheBrightestColorWithDots() {
        Drawn drawn = figure4(Scaling.LINEAR, 22);
        int none = HISTORY.space().operations().indexOf(Operation.NONE);

        List<Integer> colors = DoubleStream.iterate(50, x -> x + 0.5)
                .limit(60)
                .mapToObj(x -> drawn.inRow(0, x, none, ROWS.count()))
                .distinct()
                .toList();

        assertThat(colors).contains(ColorMap.CIVIDIS.rgb(1), 0x000000);
    }

    @Test
    void overEpochsACellHasTheColorOfItsValue() {
        Drawn drawn = new Drawn(new HeatmapFigure(CellType.NORMAL, IsDartsScores.FISHER, LOOK).of(RUN));

        for (int epoch : new int[] {1, 15, 27}) {
            for (Candidate candidate :
                    HISTORY.maskBefore(epoch, CellType.NORMAL).keptCandidates()) {
                double value = fisher(epoch).values()[candidate.edge()][candidate.operation()];
                if (Double.isFinite(value)) {
                    assertThat(drawn.inRow(0, epoch - 0.5, ROWS.row(candidate), ROWS.count()))
                            .isEqualTo(SCALE.rgb(value));
                }
            }
        }
    }

    @Test
    void overEpochsARowIsHatchedFromTheEpochAfterItsDiscard() {
        Drawn drawn = new Drawn(new HeatmapFigure(CellType.NORMAL, IsDartsScores.IIM, LOOK).of(RUN));
        Candidate gone = HISTORY.discards().get(1).discards().get(0).candidate();

        assertThat(drawn.inRow(0, 24.5, ROWS.row(gone), ROWS.count()))
                .isIn(THEME.discarded().getRGB() & 0xFFFFFF, THEME.hatching().getRGB() & 0xFFFFFF);
    }

    @Test
    void aMissingMeasurementStaysBlank() {
        CandidateScores fisher = fisher(22);
        double kept = fisher.values()[0][1];
        try {
            fisher.values()[0][1] = Double.NaN;
            Drawn drawn = new Drawn(new HeatmapFigure(CellType.NORMAL, IsDartsScores.FISHER, LOOK).of(RUN));

            assertThat(drawn.inRow(0, 21.5, 1, ROWS.count()))
                    .isEqualTo(THEME.background().getRGB() & 0xFFFFFF);
        } finally {
            fisher.values()[0][1] = kept;
        }
    }

    @Test
    void anEpochWithoutMeasurementIsRefused() {
        Figure4 figure = new Figure4(CellType.NORMAL, IsDartsScores.FISHER, List.of(31), Scaling.LINEAR, LOOK);

        assertThatThrownBy(() -> figure.of(RUN))
                .isInstanceOf(FigureException.class)
                .hasMessageStartingWith("no Fisher importance was measured at epoch 31; it was at epochs 1, 2, 3");
    }

    @Test
    void theCaptionNamesRunSeedEpochsAndImportance() {
        ChartFigure figure =
                new Figure4(CellType.NORMAL, IsDartsScores.FISHER, List.of(22, 28), Scaling.LINEAR, LOOK).of(RUN);

        assertThat(figure.caption())
                .isEqualTo("Fisher importance of every candidate operation of the normal cell in search space"
                        + " nas-bench-201; run quick-1, seed 1; mean over the first images at epochs 22 and 28."
                        + " The largest values are discarded first.");
    }

    @Test
    void onlyTheColorBarOfTheImportanceThatDecidesSaysWhatGoesFirst() throws IOException {
        ChartFigure deciding = new HeatmapFigure(CellType.NORMAL, IsDartsScores.FISHER, LOOK).of(RUN);
        ChartFigure told = new HeatmapFigure(CellType.NORMAL, IsDartsScores.IIM, LOOK).of(RUN);

        assertThat(svg(deciding)).contains("discarded first", "1/activation⁴");
        assertThat(svg(told)).contains("activation²").doesNotContain("discarded first");
        assertThat(told.caption()).endsWith("What is discarded is decided by Fisher importance, not by this.");
    }

    private static String svg(ChartFigure figure) throws IOException {
        return new String(FigureFormat.SVG.encode(figure, 0), StandardCharsets.UTF_8);
    }

    @Test
    void aPlaceOnTheAxisOfImagesIsTheLargestRecordedNumberUpToIt() {
        CandidatesScored measured = new CandidatesScored(0, 1, 0, new int[] {1, 2, 4, 8}, java.util.Map.of());

        assertThat(Figure4.countAt(measured, Scaling.LINEAR, 0)).isZero();
        assertThat(Figure4.countAt(measured, Scaling.LINEAR, 0.5)).isEqualTo(2);
        assertThat(Figure4.countAt(measured, Scaling.LOGARITHMIC, 0.4)).isEqualTo(1);
        assertThat(Figure4.countAt(measured, Scaling.LOGARITHMIC, 1)).isEqualTo(3);
    }

    @Test
    void figure4BeforeTheFirstMeasurementIsRefused() {
        Figure4 figure = new Figure4(
                CellType.NORMAL,
                IsDartsScores.FISHER,
                List.of(),
                Scaling.LINEAR,
                HeatmapOptions.of(IsDartsScores.FISHER, FigureTheme.LIGHT));
        assertThatThrownBy(() -> figure.of(new ChartedRun("new", History.EMPTY)))
                .isInstanceOf(FigureException.class)
                .hasMessageContaining("no Fisher importance has been measured yet");
    }
}
