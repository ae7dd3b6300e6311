package org.isdarts.figure.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.figure.cell.CellFigure.Coloring;
import org.isdarts.figure.cell.CellScores.Part;
import org.isdarts.score.Scaling;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CellFigureTest {
    private static final SearchSpace SPACE = NasBench201.SPACE;
    private static final FigureTheme THEME = FigureTheme.LIGHT;
    private static final int AVG_POOL = SPACE.operations().indexOf(Operation.AVG_POOL_3X3);
    private static final Mask MASK = Mask.full(SPACE)
            .without(
                    SPACE.subsets().stream().map(subset -> subset.get(AVG_POOL)).toList());

    private static CellFigure figure(Mask mask, CellScores importance, Coloring coloring, boolean ghosts) {
        return new CellFigure(
                CellLayout.of(SPACE), CellType.NORMAL, mask, importance, coloring, ghosts, "run a, seed 1", THEME);
    }

    /** How often each color, {@code 0xRRGGBB}, occurs above the legend. */
    private static Map<Integer, Integer> colors(CellFigure figure) {
        int scale = 8;
        int width = figure.preferredSize().width;
        int height = figure.preferredSize().height;
        BufferedImage image = new BufferedImage(scale * width, scale * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        figure.draw(graphics, width, height);
        graphics.dispose();
        Map<Integer, Integer> colors = new HashMap<>();
        int end = (int) (scale * (20 + figure.layout().height()));
        for (int y = 0; y < end; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        return colors;
    }

    private static int rgb(Color color) {
        return color.getRGB() & 0xFFFFFF;
    }

    private static int rgb(Operation operation) {
        return rgb(OperationStyle.of(operation).color(THEME));
    }

    private static CellScores importance() {
        double[][] values = new double[6][5];
        for (double[] edge : values) {
            Arrays.fill(edge, 100);
        }
        values[0][2] = 1;
        return new CellScores(
                IsDartsScores.FISHER,
                values,
                new ColorScale(ColorMap.VIRIDIS, Scaling.LOGARITHMIC, 1, 100),
                Part.DECIDE);
    }

    @Test
    void keptOperationsHaveTheirColor() {
        assertThat(colors(figure(MASK, null, Coloring.OPERATION, false)))
                .containsKeys(rgb(Operation.NOR_CONV_1X1), rgb(Operation.NOR_CONV_3X3));
    }

    @Test
    void discardedOperationsAreNotDrawn() {
        assertThat(colors(figure(MASK, null, Coloring.OPERATION, false)))
                .doesNotContainKey(rgb(Operation.AVG_POOL_3X3));
    }

    @Test
    void ghostsAreFaded() {
        int faint = rgb(THEME.faint());
        Map<Integer, Integer> with = colors(figure(MASK, null, Coloring.OPERATION, true));
        Map<Integer, Integer> without = colors(figure(MASK, null, Coloring.OPERATION, false));

        assertThat(with).doesNotContainKey(rgb(Operation.AVG_POOL_3X3));
        assertThat(with.get(faint)).isGreaterThan(20 * without.getOrDefault(faint, 0));
    }

    @Test
    void importanceColorsStrandsByItsScale() {
        assertThat(colors(figure(MASK, importance(), Coloring.IMPORTANCE, false)))
                .containsKeys(ColorMap.VIRIDIS.rgb(0), ColorMap.VIRIDIS.rgb(1))
                .doesNotContainKey(rgb(Operation.NOR_CONV_1X1));
    }

    @ParameterizedTest
    @FieldSource("org.isdarts.strategy.isdarts.IsDartsScores#ALL")
    void whatGoesFirstIsWorthNothing(Score measurement) {
        ColorScale scale = new ColorScale(ColorMap.VIRIDIS, Scaling.LINEAR, 1, 2);
        CellScores importance = new CellScores(measurement, new double[6][5], scale, Part.DECIDE);

        double first = measurement.equals(IsDartsScores.FISHER) ? 2 : 1;
        assertThat(importance.worth(first)).isZero();
        assertThat(importance.worth(3 - first)).isEqualTo(1);
    }

    @Test
    void aScoreThatDoesNotDecideIsNotSaidToDiscard() {
        CellScores deciding = importance();
        CellScores told = new CellScores(deciding.score(), deciding.values(), deciding.scale(), Part.ONLY_TELL);
        assertThat(told.first()).isEmpty();
        assertThat(figure(MASK, told, Coloring.OPERATION, false).caption())
                .contains("would have it discarded. It does not decide in this search.");
    }

    @Test
    void onceWhatIsLeftIsFinalNothingIsSaidToGoFirst() {
        CellScores open = importance();
        CellScores done = new CellScores(open.score(), open.values(), open.scale(), Part.ARE_FINAL);
        assertThat(open.first()).contains("discarded first →");
        assertThat(done.first()).isEmpty();
        assertThat(figure(MASK, done, Coloring.IMPORTANCE, false).caption())
                .contains("What is left is final.")
                .doesNotContain("discarded first");
    }

    @Test
    void coloringByImportanceNeedsImportance() {
        assertThatThrownBy(() -> figure(MASK, null, Coloring.IMPORTANCE, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coloring by importance needs scores");
    }

    @Test
    void theCaptionSaysWhatWidthMeans() {
        assertThat(figure(MASK, importance(), Coloring.OPERATION, true).caption())
                .isEqualTo("Candidate operations kept in the normal cell in search space nas-bench-201; run a, seed 1."
                        + " The thinner a line, the sooner its Fisher importance has it discarded. Faded: discarded.");
    }

    @Test
    void aCandidateThatWasNotLaidOutHasNoStrand() {
        CellLayout layout = CellLayout.of(SPACE, MASK);

        assertThat(layout.strand(new Candidate(0, AVG_POOL))).isEmpty();
    }
}
