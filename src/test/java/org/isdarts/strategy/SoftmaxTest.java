package org.isdarts.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
    private static final double[] ROW = {0, 1, 2};

    @Test
    void sharesAreExponentialsOverTheirSum() {
        assertThat(Softmax.of(ROW)).containsExactly(new double[] {0.09003, 0.24473, 0.66524}, within(5e-6));
    }

    @Test
    void gradientFollowsTheChainRule() {
        assertThat(Softmax.gradient(Softmax.of(ROW), new double[] {1, 0, -1}))
                .containsExactly(new double[] {0.14182, 0.14077, -0.28259}, within(5e-6));
    }

    @Test
    void gradientIsThatOfFiniteDifferences() {
        double[] row = new Random(1).doubles(8, -2, 2).toArray();
        double[] factors = new Random(2).doubles(8, -1, 1).toArray();

        double[] expected = Derivative.of(a -> Derivative.dot(factors, Softmax.of(a)), row);

        assertThat(Softmax.gradient(Softmax.of(row), factors)).containsExactly(expected, within(1e-9));
    }

    @Test
    void gradientOfARowSumsToZero() {
        double[] gradient = Softmax.gradient(Softmax.of(ROW), new double[] {0.3, -2, 5});

        assertThat(Arrays.stream(gradient).sum()).isCloseTo(0, within(1e-14));
    }

    @Test
    void addingAConstantChangesNothing() {
        assertThat(Softmax.of(new double[] {100, 101, 102})).containsExactly(Softmax.of(ROW), within(1e-13));
    }

    @Test
    void numbersTooLargeForAnExponentialHaveSharesToo() {
        assertThat(Softmax.of(new double[] {1000, 1000})).containsExactly(new double[] {0.5, 0.5}, within(1e-13));
    }

    @Test
    void whatTakesNoPartGetsNothing() {
        assertThat(Softmax.of(ROW, new boolean[] {true, false, true}))
                .containsExactly(new double[] {0.11920, 0, 0.88080}, within(5e-6));
    }

    @Test
    void whatIsLeftAloneGetsEverything() {
        assertThat(Softmax.of(ROW, new boolean[] {false, true, false})).containsExactly(0, 1, 0);
    }

    @Test
    void noneTakingPartGivesZeros() {
        assertThat(Softmax.of(ROW, new boolean[3])).containsExactly(0, 0, 0);
    }
}
