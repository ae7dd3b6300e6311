package org.isdarts.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CategoricalTest {
    @Test
    void frequenciesAreTheProbabilities() {
        Random random = new Random(3);
        double[] counts = new double[4];
        for (int i = 0; i < 20_000; i++) {
            counts[Categorical.draw(new double[] {0.1, 0, 0.6, 0.3}, random)] += 1 / 20_000.0;
        }

        assertThat(counts).containsExactly(new double[] {0.1, 0, 0.6, 0.3}, within(0.01));
    }

    /** Probabilities that rounding leaves short of 1 must not lead to a choice that cannot be made. */
    @Test
    void whatHasNoProbabilityIsNeverDrawn() {
        Random highest = new Random() {
            @Override
            public double nextDouble() {
                return Math.nextDown(1.0);
            }
        };

        assertThat(Categorical.draw(new double[] {0.5, 0.5 - 1e-12, 0}, highest))
                .isEqualTo(1);
    }
}
