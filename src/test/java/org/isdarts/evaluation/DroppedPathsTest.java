package org.isdarts.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DroppedPathsTest {
    private static final int MANY = 10_000;

    @Test
    void aKeptPathIsScaledSoThatItsMeanStays() {
        float[] factors = new DroppedPaths(0.2, 7, 3, 5).factors(4, MANY);
        double sum = 0;
        for (float factor : factors) {
            assertThat(factor).isIn(0f, 1.25f);
            sum += factor;
        }
        assertThat(sum / MANY).isCloseTo(1, within(0.02));
    }

    @Test
    void nothingIsDroppedWithProbabilityZero() {
        assertThat(new DroppedPaths(0, 7, 1, 0).factors(0, 100)).containsOnly(1);
    }

    @Test
    void everyPathDropsOtherImages() {
        DroppedPaths paths = new DroppedPaths(0.5, 7, 3, 5);
        assertThat(paths.factors(0, 100)).isNotEqualTo(paths.factors(1, 100));
    }

    @Test
    void whatIsDroppedFollowsFromThePlaceInTheTrainingAlone() {
        assertThat(new DroppedPaths(0.5, 7, 3, 5).factors(2, 100))
                .isEqualTo(new DroppedPaths(0.5, 7, 3, 5).factors(2, 100))
                .isNotEqualTo(new DroppedPaths(0.5, 7, 3, 6).factors(2, 100))
                .isNotEqualTo(new DroppedPaths(0.5, 8, 3, 5).factors(2, 100));
    }
}
