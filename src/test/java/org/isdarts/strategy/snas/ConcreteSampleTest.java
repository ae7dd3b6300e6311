package org.isdarts.strategy.snas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.strategy.Derivative;
import org.isdarts.strategy.Softmax;
import org.isdarts.strategy.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcreteSampleTest {
    private static final double[] WEIGHTS = {0, 1, 2};
    private static final double[] UNIFORM = {0.9, 0.2, 0.5};
    private static final Mask ALL = Mask.of(new boolean[][] {{true, true, true}});

    private static double[] sample(double[] weights, double[] uniform, double temperature) {
        return ConcreteSample.of(new double[][] {weights}, new double[][] {uniform}, temperature, ALL)
                .coefficients()[0];
    }

    @Test
    void noiseIsGumbels() {
        assertThat(Arrays.stream(UNIFORM).map(ConcreteSample::gumbel))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 5e-6 ? 0 : 1, Double.class)
                .containsExactly(2.25037, -0.47588, 0.36651);
    }

    @Test
    void sampleIsASoftmaxOverTheTemperature() {
        assertThat(sample(WEIGHTS, UNIFORM, 0.5))
                .containsExactly(new double[] {0.43608, 0.01381, 0.55011}, within(5e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3})
    void gradientIsThatOfFiniteDifferences(double temperature) {
        double[] factors = {1, -2, 0.5};
        ConcreteSample sample = ConcreteSample.of(new double[][] {WEIGHTS}, new double[][] {UNIFORM}, temperature, ALL);

        double[] expected = Derivative.of(a -> Derivative.dot(factors, sample(a, UNIFORM, temperature)), WEIGHTS);

        assertThat(sample.gradient(new double[][] {factors})[0]).containsExactly(expected, within(1e-8));
    }

    @Test
    void gradientOfAllCellTypesIsClippedToNormTen() {
        ConcreteSample sample = ConcreteSample.of(new double[][] {WEIGHTS}, new double[][] {UNIFORM}, 0.3, ALL);
        double[][] large = {{1000, -1000, 0}};

        Map<CellType, double[][]> gradient = Snas.gradient(
                Map.of(CellType.NORMAL, sample, CellType.REDUCTION, sample),
                Map.of(CellType.NORMAL, large, CellType.REDUCTION, large));

        assertThat(Tables.norm(gradient)).isCloseTo(10, within(1e-6));
    }

    @Test
    void hotSampleIsUniform() {
        assertThat(sample(WEIGHTS, UNIFORM, 1e6))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-5));
    }

    @Test
    void coldSampleIsOneHotWhereWeightAndNoiseAreLargest() {
        assertThat(sample(WEIGHTS, UNIFORM, 1e-3)).containsExactly(new double[] {0, 0, 1}, within(1e-9));
    }

    @Test
    void largestEntryIsDistributedAsTheSoftmax() {
        Random random = new Random(5);
        double[] frequencies = new double[3];
        for (int i = 0; i < 20_000; i++) {
            double[] z = sample(WEIGHTS, ConcreteSample.noise(1, 3, random)[0], 0.5);
            int largest = z[0] > z[1] && z[0] > z[2] ? 0 : z[1] > z[2] ? 1 : 2;
            frequencies[largest] += 1 / 20_000.0;
        }

        assertThat(frequencies).containsExactly(Softmax.of(WEIGHTS), within(0.01));
    }

    @Test
    void zeroIsDrawnAgain() {
        Random first = new Random() {
            private int drawn;

            @Override
            public double nextDouble() {
                return drawn++ == 0 ? 0 : 0.25;
            }
        };

        assertThat(ConcreteSample.noise(1, 2, first)[0]).containsExactly(0.25, 0.25);
    }

    @ParameterizedTest
    @CsvSource({"75, 0.515", "150, 0.03"})
    void temperatureFallsLinearlyToTheLast(int epoch, double temperature) {
        assertThat(new Temperature(1, 0.03, 150).at(epoch)).isCloseTo(temperature, within(1e-12));
    }
}
