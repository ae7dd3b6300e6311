package org.isdarts.strategy.drnas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.isdarts.strategy.Derivative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirichletTest {
    private static final double[] CONCENTRATION = {0.4, 1, 2.5, 0.9};
    private static final Dirichlet DIRICHLET = new Dirichlet(CONCENTRATION);
    private static final double TOTAL = Arrays.stream(CONCENTRATION).sum();

    @Test
    void sampleSumsToOne() {
        assertThat(Arrays.stream(DIRICHLET.draw(new Random(1))).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void meanOfSamplesIsTheShareOfTheConcentration() {
        Random random = new Random(2);
        double[] mean = new double[4];
        for (int i = 0; i < 20_000; i++) {
            double[] sample = DIRICHLET.draw(random);
            Arrays.setAll(mean, k -> mean[k] + sample[k] / 20_000);
        }

        assertThat(mean).containsExactly(DIRICHLET.mean(), within(0.006));
    }

    @Test
    void concentrationNearZeroStillGivesASample() {
        double[] sample = new Dirichlet(new double[] {1e-6, 1e-6}).draw(new Random(3));

        assertThat(Arrays.stream(sample).sum()).isCloseTo(1, within(1e-12));
    }

    /** A power of x is the cumulative distribution of Beta(alpha, 1): dx/dalpha = -x log(x) / alpha. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.3", "2, 0.9", "3.5, 0.01", "1, 0.5"})
    void slopeOfAPowerIsKnown(double alpha, double x) {
        assertThat(new Beta(alpha, 1).slope(x)).isCloseTo(-x * Math.log(x) / alpha, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.999999", "1.7, 0.999999", "1.7, 0.000001"})
    void slopeIsFiniteFarOutside(double alpha, double x) {
        assertThat(new Beta(alpha, 2.3).slope(x)).isFinite().isPositive();
    }

    /** d/dc_k of E[x_2] = (1[k = 2] C - c_2) / C^2. */
    @Test
    void gradientThroughSamplesIsThatOfTheirMean() {
        Random random = new Random(4);
        double[] mean = new double[4];
        for (int i = 0; i < 5_000; i++) {
            double[] gradient = DIRICHLET.gradient(DIRICHLET.draw(random), new double[] {0, 0, 1, 0});
            Arrays.setAll(mean, k -> mean[k] + gradient[k] / 5_000);
        }
        double[] expected = new double[4];
        Arrays.setAll(expected, k -> ((k == 2 ? TOTAL : 0) - CONCENTRATION[2]) / (TOTAL * TOTAL));

        assertThat(mean).containsExactly(expected, within(0.006));
    }

    @Test
    void uniformDistributionDivergesFromItselfByNothing() {
        assertThat(new Dirichlet(new double[] {1, 1, 1}).divergenceFromUniform())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void gradientOfTheDivergenceIsThatOfFiniteDifferences() {
        double[] expected = Derivative.of(c -> new Dirichlet(c).divergenceFromUniform(), CONCENTRATION);

        assertThat(DIRICHLET.divergenceGradient()).containsExactly(expected, within(1e-7));
    }

    @Test
    void gradientOfTheConcentrationIsThatOfFiniteDifferences() {
        double[] weights = {-1.5, -0.1, 0.2, 3};
        double[] factors = {1, -2, 3, 0.5};
        double[] expected = Derivative.of(a -> Derivative.dot(factors, Concentration.of(a)), weights);

        assertThat(Concentration.gradient(weights, factors)).containsExactly(expected, within(1e-9));
    }
}
