package org.isdarts.kernel.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChannelMomentsTest {
    /** The numbers of images as they are stored, and the moments of their channels in double precision. */
    private static final class Images {
        private final int[] shape;
        private final int lanes;
        private final float[] stored;
        private final double[] mean;
        private final double[] variance;

        Images(int[] shape, int lanes, double offset) {
            this.shape = shape;
            this.lanes = lanes;
            int pixels = shape[2] * shape[3];
            int blocks = (shape[1] + lanes - 1) / lanes;
            stored = new float[shape[0] * blocks * pixels * lanes];
            mean = new double[shape[1]];
            variance = new double[shape[1]];
            SplittableRandom random = new SplittableRandom(1);
            double[][] values = new double[shape[1]][shape[0] * pixels];
            for (int n = 0; n < shape[0]; n++) {
                for (int c = 0; c < shape[1]; c++) {
                    for (int p = 0; p < pixels; p++) {
                        float value = (float) (offset * (c + 1) + random.nextDouble(-1, 1));
                        stored[((n * blocks + c / lanes) * pixels + p) * lanes + c % lanes] = value;
                        values[c][n * pixels + p] = value;
                    }
                }
            }
            for (int c = 0; c < shape[1]; c++) {
                for (double value : values[c]) {
                    mean[c] += value / values[c].length;
                }
                for (double value : values[c]) {
                    variance[c] += (value - mean[c]) * (value - mean[c]) / values[c].length;
                }
            }
        }

        float[][] moments(int threads) {
            float[][] moments = new float[2][shape[1]];
            try (Workers workers = new Workers(threads)) {
                new ChannelMoments(shape, lanes, workers)
                        .take(FloatBuffer.wrap(stored), FloatBuffer.wrap(moments[0]), FloatBuffer.wrap(moments[1]));
            }
            return moments;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "64, 16, 32, 32, 16, 0",
        "64, 16, 32, 32, 16, 3",
        "7, 24, 8, 8, 16, 0.5",
        "3, 20, 5, 7, 16, -1",
        "64, 3, 32, 32, 1, 0.5",
        "2, 2, 5, 3, 1, 2",
        "1, 1, 37, 41, 1, 1"
    })
    void meanAndVarianceAreExactToThePrecisionTheyAreStoredIn(
            int images, int channels, int height, int width, int lanes, double offset) {
        Images tested = new Images(new int[] {images, channels, height, width}, lanes, offset);
        float[][] moments = tested.moments(2);
        for (int c = 0; c < channels; c++) {
            assertThat((double) moments[0][c]).isCloseTo(tested.mean[c], within(6e-8 * (1 + Math.abs(tested.mean[c]))));
            assertThat((double) moments[1][c]).isCloseTo(tested.variance[c], within(1.2e-7 * tested.variance[c]));
        }
    }

    @Test
    void theyDoNotDependOnTheNumberOfThreads() {
        Images tested = new Images(new int[] {13, 40, 8, 8}, 16, 0.3);

        assertThat(tested.moments(3)).isDeepEqualTo(tested.moments(1));
    }
}
