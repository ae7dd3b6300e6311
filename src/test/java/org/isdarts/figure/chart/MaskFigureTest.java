package org.isdarts.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.isdarts.event.History;
import org.isdarts.event.History.Discarding;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaskFigureTest {
    private static final History HISTORY = History.of(SimulatedSearch.darts(1));
    private static final CandidateRows ROWS = new CandidateRows(HISTORY.space());

    private static int color(Candidate candidate, FigureTheme theme) {
        return OperationStyle.of(HISTORY.space().operations().get(candidate.operation()))
                        .color(theme)
                        .getRGB()
                & 0xFFFFFF;
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void stripsEndAtTheEpochOfTheDiscard(CellType cellType) {
        Drawn drawn = new Drawn(new MaskFigure(cellType, FigureTheme.LIGHT).of(new ChartedRun("darts-1", HISTORY)));

        for (int row = 0; row < ROWS.count(); row++) {
            Candidate candidate = ROWS.candidate(row);
            int end = HISTORY.discarding(cellType, candidate)
                    .map(Discarding::epoch)
                    .orElse(HISTORY.plannedEpochs());
            assertThat(drawn.inRow(0, end - 0.08, row, ROWS.count())).isEqualTo(color(candidate, FigureTheme.LIGHT));
            if (end < HISTORY.plannedEpochs()) {
                assertThat(drawn.inRow(0, end + 0.1, row, ROWS.count())).isEqualTo(0xFFFFFF);
            }
        }
    }

    @Test
    void noLineOfAShrinkStepCrossesAStrip() {
        Drawn drawn =
                new Drawn(new MaskFigure(CellType.NORMAL, FigureTheme.LIGHT).of(new ChartedRun("darts-1", HISTORY)));
        int first = HISTORY.shrinkEpochs().get(0);
        List<Integer> between = IntStream.range(0, ROWS.count() - 1)
                .filter(row -> IntStream.of(row, row + 1)
                        .allMatch(beside -> HISTORY.discarding(CellType.NORMAL, ROWS.candidate(beside))
                                .filter(discarding -> discarding.epoch() <= first)
                                .isEmpty()))
                .filter(row ->
                        ROWS.candidate(row).edge() == ROWS.candidate(row + 1).edge())
                .boxed()
                .toList();

        assertThat(between).isNotEmpty().allSatisfy(row -> assertThat(drawn.inRow(0, first, row + 0.5, ROWS.count()))
                .isEqualTo(drawn.inRow(0, first - 0.5, row + 0.5, ROWS.count())));
    }

    @ParameterizedTest
    @EnumSource(FigureTheme.class)
    void stripsOfARunningSearchEndAtTheEpochReached(FigureTheme theme) {
        ChartedRun run = new ChartedRun("darts-1", HISTORY.asOf(20));
        Drawn drawn = new Drawn(new MaskFigure(CellType.NORMAL, theme).of(run));

        assertThat(drawn.inRow(0, 19.9, 5, ROWS.count())).isEqualTo(color(ROWS.candidate(5), theme));
        assertThat(drawn.inRow(0, 20.5, 5, ROWS.count()))
                .isEqualTo(theme.background().getRGB() & 0xFFFFFF);
    }
}
