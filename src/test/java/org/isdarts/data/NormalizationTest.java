package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalizationTest {
    @Test
    void trainingImagesGetMeanZeroAndDeviationOneInEveryChannel() {
        ImageSet images = TestImages.set(40, 2);
        Normalization normalization = Normalization.of(images);
        int plane = 64;
        float[] normalized = new float[40 * 3 * plane];
        for (int i = 0; i < 40; i++) {
            normalization.apply(images.pixels(i), 8, 8, normalized, i * 3 * plane);
        }
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < 40 * plane; i++) {
                float value = normalized[i / plane * 3 * plane + channel * plane + i % plane];
                sum += value;
                squares += value * value;
            }
            assertThat(sum / (40 * plane)).isCloseTo(0, within(1e-5));
            assertThat(squares / (40 * plane)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void channelsAreMeasuredApartOnUnsignedValues() {
        byte[] pixels = new byte[3 * 64];
        for (int i = 0; i < 64; i++) {
            pixels[i] = (byte) (i % 2 == 0 ? 100 : 200);
            pixels[64 + i] = (byte) (i % 2 == 0 ? 250 : 254);
            pixels[128 + i] = 7;
        }
        Normalization normalization = Normalization.of(new ImageSet(8, 8, new int[] {0}, pixels));
        assertThat(normalization.mean()).containsExactly(150, 252, 7);
        assertThat(normalization.deviation()).containsExactly(50, 2, 1);
    }
}
