package org.isdarts.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    private static final SearchSpace SPACE = Darts.SPACE;
    private static final Mask MASK = Mask.full(SPACE).without(List.of(new Candidate(0, 0), new Candidate(3, 7)));

    private static double[][] drawn(int seed) {
        Random random = new Random(seed);
        double[][] table = new double[SPACE.edges().size()][];
        Arrays.setAll(
                table, edge -> random.doubles(SPACE.operations().size(), -2, 2).toArray());
        return table;
    }

    @ParameterizedTest
    @EnumSource
    void gradientOfEveryEdgeIsThatOfFiniteDifferences(Activation activation) {
        double[][] weights = drawn(1);
        double[][] factors = drawn(2);

        double[][] gradient = activation.gradient(activation.coefficients(weights, MASK), factors);

        for (int e = 0; e < weights.length; e++) {
            int edge = e;
            boolean[] kept = MASK.toArray()[edge];
            double[] expected =
                    Derivative.of(row -> Derivative.dot(factors[edge], activation.row(row, kept)), weights[edge]);
            assertThat(gradient[edge]).containsExactly(expected, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void discardedOperationHasNoCoefficient(Activation activation) {
        assertThat(activation.coefficients(drawn(1), MASK)[3][7]).isZero();
    }

    @Test
    void sigmoidOfAnOperationDoesNotDependOnTheOthers() {
        double[][] weights = drawn(1);
        double before = Activation.SIGMOID.coefficients(weights, MASK)[2][4];
        weights[2][5] = 9;

        assertThat(Activation.SIGMOID.coefficients(weights, MASK)[2][4]).isEqualTo(before);
    }

    @Test
    void sigmoidsOfAnEdgeDoNotSumToOne() {
        double[] undecided = Activation.SIGMOID.coefficients(new double[14][8], Mask.full(SPACE))[3];

        assertThat(Arrays.stream(undecided).sum()).isEqualTo(4);
    }

    @Test
    void operationsInAnotherOrderHaveTheSameCoefficientsInThatOrder() {
        double[] weights = {0.3, -1, 2, 0.5, 0};
        double[] reversed = {0, 0.5, 2, -1, 0.3};
        double[] coefficients = Softmax.of(weights);
        double[] ofReversed = Softmax.of(reversed);

        for (int k = 0; k < weights.length; k++) {
            assertThat(ofReversed[k]).isCloseTo(coefficients[weights.length - 1 - k], within(1e-15));
        }
    }

    @Test
    void everyCellTypeGoesThroughItsOwnMask() {
        Map<CellType, double[][]> weights = Map.of(CellType.NORMAL, drawn(1), CellType.REDUCTION, drawn(1));
        Map<CellType, Mask> masks = Map.of(CellType.NORMAL, MASK, CellType.REDUCTION, Mask.full(SPACE));

        Map<CellType, double[][]> coefficients = Activation.SOFTMAX.coefficients(weights, masks);

        assertThat(coefficients.get(CellType.NORMAL)[0][0]).isZero();
        assertThat(coefficients.get(CellType.REDUCTION)[0][0]).isPositive();
    }
}
