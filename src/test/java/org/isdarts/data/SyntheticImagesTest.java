package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticImagesTest {
    private static final Dataset DATASET = Datasets.open("synthetic", 1);

    @Test
    void tenClassesHaveEquallyManyImages() {
        assertThat(DATASET.classes()).hasSize(10).isSorted();
        assertThat(DATASET.train().count()).isEqualTo(5000);
        assertThat(DATASET.test().count()).isEqualTo(1000);
        for (int label = 0; label < 10; label++) {
            assertThat(images(DATASET.train(), label)).hasSize(500);
            assertThat(images(DATASET.test(), label)).hasSize(100);
        }
    }

    @Test
    void theSeedAloneDecides() {
        assertThat(Datasets.open("synthetic", 1).fingerprint()).isEqualTo(DATASET.fingerprint());
        assertThat(Datasets.open("synthetic", 2).fingerprint()).isNotEqualTo(DATASET.fingerprint());
    }

    @Test
    void testImagesAreNotTrainingImages() {
        assertThat(DATASET.test().pixels(0)).isNotEqualTo(DATASET.train().pixels(0));
    }

    @Test
    void colorDoesNotGiveTheClassAway() {
        double[] overall = meanColor(IntStream.range(0, DATASET.train().count()).toArray());
        for (int label = 0; label < 10; label++) {
            double[] ofClass = meanColor(images(DATASET.train(), label));
            for (int channel = 0; channel < 3; channel++) {
                assertThat(ofClass[channel]).isCloseTo(overall[channel], within(10.0));
            }
        }
    }

    private static int[] images(ImageSource set, int label) {
        return IntStream.range(0, set.count())
                .filter(image -> set.label(image) == label)
                .toArray();
    }

    private static double[] meanColor(int[] images) {
        double[] mean = new double[3];
        for (int image : images) {
            byte[] pixels = DATASET.train().pixels(image);
            for (int i = 0; i < pixels.length; i++) {
                mean[i / 1024] += (pixels[i] & 0xff) / 1024.0 / images.length;
            }
        }
        return mean;
    }
}
