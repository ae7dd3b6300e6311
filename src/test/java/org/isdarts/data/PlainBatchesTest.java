package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainBatchesTest {
    private final ImageSet images = TestImages.set(20, 4);
    private final Normalization normalization = Normalization.of(images);

    @Test
    void batchesHoldAllImagesInOrder() {
        List<float[]> seen = images(PlainBatches.of(images, normalization, 6));
        assertThat(seen).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(seen.get(i)).isEqualTo(normalized(i));
        }
    }

    @Test
    void theLastBatchMayBeSmaller() {
        assertThat(PlainBatches.of(images, normalization, 6))
                .extracting(Batch::count)
                .containsExactly(6, 6, 6, 2);
    }

    @Test
    void drawnImagesAreDifferentOnesOfTheSet() {
        List<float[]> drawn = images(PlainBatches.drawn(images, 15, normalization, 4, 1));
        List<float[]> all = images(PlainBatches.of(images, normalization, 20));
        assertThat(drawn).hasSize(15);
        assertThat(drawn.stream().map(image -> indexOf(all, image)).distinct().filter(index -> index >= 0))
                .hasSize(15);
    }

    @Test
    void drawnImagesDependOnTheSeedAlone() {
        assertThat(images(PlainBatches.drawn(images, 20, normalization, 5, 1)))
                .usingRecursiveComparison()
                .isEqualTo(images(PlainBatches.drawn(images, 20, normalization, 5, 1)));
        assertThat(labels(PlainBatches.drawn(images, 20, normalization, 5, 1)))
                .isNotEqualTo(labels(PlainBatches.drawn(images, 20, normalization, 5, 2)));
    }

    @Test
    void moreImagesThanThereAreAreRefused() {
        assertThatThrownBy(() -> PlainBatches.drawn(images, 21, normalization, 5, 1))
                .isInstanceOf(DataException.class)
                .hasMessage("cannot draw 21 of 20 images; give at most 20");
    }

    private float[] normalized(int image) {
        float[] expected = new float[3 * 64];
        normalization.apply(images.pixels(image), 8, 8, expected, 0);
        return expected;
    }

    private static int indexOf(List<float[]> all, float[] image) {
        for (int i = 0; i < all.size(); i++) {
            if (Arrays.equals(all.get(i), image)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Integer> labels(Iterable<Batch> batches) {
        List<Integer> labels = new ArrayList<>();
        batches.forEach(batch -> Arrays.stream(batch.labels()).forEach(labels::add));
        return labels;
    }

    private static List<float[]> images(Iterable<Batch> batches) {
        List<float[]> images = new ArrayList<>();
        for (Batch batch : batches) {
            for (int i = 0; i < batch.count(); i++) {
                images.add(Arrays.copyOfRange(batch.images(), i * 3 * 64, (i + 1) * 3 * 64));
            }
        }
        return images;
    }
}
