package org.isdarts.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.isdarts.event.History;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.run.RunFigures;
import org.isdarts.space.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SizedFigureTest {
    private static final RunFigures FIGURES =
            new RunFigures(new ChartedRun("darts-1", History.of(SimulatedSearch.darts(1))), FigureTheme.LIGHT);

    @ParameterizedTest
    @EnumSource(value = FigureWidth.class, names = "AS_DRAWN", mode = EnumSource.Mode.EXCLUDE)
    void everyFigureHasTheWidthThatIsPrinted(FigureWidth width) {
        double inches = Double.parseDouble(width.toString().replaceAll(".*, | in", ""));
        assertThat(FIGURES.all().values())
                .allSatisfy(figure -> assertThat(width.size(figure, 9).preferredSize().width)
                        .isEqualTo((int) Math.round(72 * inches)));
    }

    @Test
    void largerTextMakesRowsHigher() {
        Figure heatmap = FIGURES.all().get("heatmap-normal-fisher");
        int eight = FigureWidth.AAAI_PAGE.size(heatmap, 8).preferredSize().height;
        int ten = FigureWidth.AAAI_PAGE.size(heatmap, 10).preferredSize().height;
        assertThat(ten).isCloseTo(eight * 10 / 8, within(1));
    }

    @Test
    void aCellThatNeedsMoreWidthHasSmallerTextAndSaysSo() {
        Figure cell = FIGURES.cell(CellType.NORMAL);
        SizedFigure page = FigureWidth.AS_DRAWN.size(cell, 8);
        SizedFigure column = FigureWidth.AAAI_COLUMN.size(cell, 8);
        assertThat(page.drawnTextSize()).isEqualTo(8);
        assertThat(column.drawnTextSize())
                .isCloseTo(
                        8 * FigureWidth.AAAI_COLUMN.size(cell, 8).width() / cell.preferredSize().width, within(1e-9));
    }

    @Test
    void asDrawnItIsTheFigureItself() {
        for (Figure figure : List.copyOf(FIGURES.all().values())) {
            assertThat(FigureWidth.AS_DRAWN.size(figure, FigureFont.TEXT).preferredSize())
                    .isEqualTo(figure.preferredSize());
        }
    }
}
