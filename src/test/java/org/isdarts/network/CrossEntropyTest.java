package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossEntropyTest {
    private static final Prediction BATCH =
            new Prediction(new float[] {0.5f, -1, 2, 0, 1.5f, 1, -2, 0.25f}, new int[] {2, 0});

    /** By the definition in double precision, apart from the program. */
    @Test
    void smoothedLabelsGiveTheLossByTheDefinition() {
        assertThat(new CrossEntropy(0.1, 1).mean(BATCH)).isCloseTo(0.6450535616537071, within(1e-12));
    }

    @Test
    void withoutSmoothingItIsTheMeanOfTheCrossEntropies() {
        assertThat(CrossEntropy.PLAIN.mean(BATCH)).isCloseTo(BATCH.lossSum() / 2, within(1e-12));
    }

    @Test
    void theWeightMultipliesTheLoss() {
        CrossEntropy loss = new CrossEntropy(0.1, 1);
        assertThat(loss.weighted(0.4).mean(BATCH)).isCloseTo(0.4 * loss.mean(BATCH), within(1e-12));
    }

    @Test
    void theGradientIsTheDerivativeOfTheLoss() {
        CrossEntropy loss = new CrossEntropy(0.1, 0.4);
        float[] gradient = loss.gradient(BATCH);
        float step = 1f / 1024;
        for (int i = 0; i < gradient.length; i++) {
            double difference = (loss.mean(moved(i, step)) - loss.mean(moved(i, -step))) / (2 * step);
            assertThat((double) gradient[i]).as("logit %d", i).isCloseTo(difference, within(1e-7));
        }
    }

    private static Prediction moved(int logit, float step) {
        float[] logits = BATCH.logits().clone();
        logits[logit] += step;
        return new Prediction(logits, BATCH.labels());
    }
}
