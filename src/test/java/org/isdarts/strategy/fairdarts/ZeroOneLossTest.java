package org.isdarts.strategy.fairdarts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.strategy.Activation;
import org.isdarts.strategy.Derivative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZeroOneLossTest {
    private static final Map<CellType, Mask> FOUR =
            Map.of(CellType.NORMAL, Mask.of(new boolean[][] {{false, true, true}, {false, true, true}}));

    private static Map<CellType, double[][]> sigmoids(double... ofFour) {
        return Map.of(CellType.NORMAL, new double[][] {{0, ofFour[0], ofFour[1]}, {0, ofFour[2], ofFour[3]}});
    }

    @Test
    void everythingUndecidedCostsNothingLess() {
        assertThat(ZeroOneLoss.SQUARE.of(sigmoids(0.5, 0.5, 0.5, 0.5), FOUR)).isZero();
    }

    @Test
    void everythingDecidedCostsLeast() {
        assertThat(ZeroOneLoss.SQUARE.of(sigmoids(0, 1, 1, 0), FOUR)).isEqualTo(-0.25);
    }

    /** a = 1, G = 0.3, four candidates, weight 10: da = 0.05898 - 0.22714. */
    @Test
    void gradientJoinsThatOfTheNetwork() {
        double[][] weights = {{0, 1, 1}, {0, 1, 1}};
        Map<CellType, double[][]> sigmoids =
                Map.of(CellType.NORMAL, Activation.SIGMOID.coefficients(weights, FOUR.get(CellType.NORMAL)));
        double[][] gradient = ZeroOneLoss.SQUARE.gradient(sigmoids, FOUR).get(CellType.NORMAL);
        Arrays.stream(gradient).forEach(row -> Arrays.setAll(row, k -> 0.3 + 10 * row[k]));

        assertThat(Activation.SIGMOID.gradient(sigmoids.get(CellType.NORMAL), gradient)[1][2])
                .isCloseTo(-0.16816, within(5e-6));
    }

    @ParameterizedTest
    @EnumSource
    void gradientIsThatOfFiniteDifferences(ZeroOneLoss loss) {
        double[] place = {0.1, 0.7, 0.4, 0.95};
        double[] expected = Derivative.of(s -> loss.of(sigmoids(s), FOUR), place);

        double[][] gradient = loss.gradient(sigmoids(place), FOUR).get(CellType.NORMAL);

        assertThat(new double[] {gradient[0][1], gradient[0][2], gradient[1][1], gradient[1][2]})
                .containsExactly(expected, within(1e-9));
    }
}
