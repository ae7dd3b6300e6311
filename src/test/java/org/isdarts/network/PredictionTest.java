package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PredictionTest {
    @Test
    void crossEntropyOfEqualLogitsIsTheLogarithmOfTheClasses() {
        assertThat(new Prediction(new float[] {3, 3, 3, 3, 3, 3, 3, 3}, new int[] {1, 3}).lossSum())
                .isCloseTo(2 * Math.log(4), within(1e-12));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        assertThat(new Prediction(new float[] {1000, 0}, new int[] {1}).lossSum())
                .isCloseTo(1000, within(1e-9));
    }

    @Test
    void countsFirstAndFifthPlaces() {
        float[] logits = {9, 8, 7, 6, 5, 4, 9, 8, 7, 6, 5, 4, 9, 8, 7, 6, 5, 4};
        Prediction prediction = new Prediction(logits, new int[] {0, 4, 5});
        assertThat(prediction.top1()).isEqualTo(1);
        assertThat(prediction.top5()).isEqualTo(2);
        assertThat(prediction.count()).isEqualTo(3);
    }

    @Test
    void notANumberIsNeverRight() {
        Prediction prediction = new Prediction(new float[] {Float.NaN, Float.NaN}, new int[] {0});
        assertThat(prediction.top5()).isZero();
        assertThat(prediction.lossSum()).isNaN();
    }
}
