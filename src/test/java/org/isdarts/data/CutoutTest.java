package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CutoutTest {
    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;

    private static float[] cut(Cutout cutout, Random random) {
        float[] image = new float[3 * PLANE];
        Arrays.fill(image, 1);
        cutout.apply(image, 0, SIDE, SIDE, random);
        return image;
    }

    /** Draws the center at a given pixel. */
    private static Random center(int row, int column) {
        return new Random() {
            private static final long serialVersionUID = 1;
            private int drawn;

            @Override
            public int nextInt(int bound) {
                return drawn++ == 0 ? row : column;
            }
        };
    }

    @Test
    void cutsASquareOfItsSideAroundTheCenterOutOfAllColors() {
        float[] image = cut(new Cutout(16), center(16, 20));
        for (int i = 0; i < image.length; i++) {
            int row = i % PLANE / SIDE;
            int column = i % SIDE;
            boolean inside = row >= 8 && row < 24 && column >= 12 && column < 28;
            assertThat(image[i]).as("row %d, column %d", row, column).isEqualTo(inside ? 0 : 1);
        }
    }

    @Test
    void theSquareEndsAtTheBorder() {
        float[] image = cut(new Cutout(16), center(0, 31));
        int cut = 0;
        for (float value : image) {
            cut += value == 0 ? 1 : 0;
        }
        assertThat(cut).isEqualTo(3 * 8 * 9);
    }

    @Test
    void ofSideZeroNothingIsCutOut() {
        assertThat(cut(Cutout.NOTHING, new Random(1))).containsOnly(1);
    }

    @Test
    void leavesTheOtherImagesOfABatchAlone() {
        float[] images = new float[3 * 3 * PLANE];
        Arrays.fill(images, 1);
        new Cutout(16).apply(images, 3 * PLANE, SIDE, SIDE, new Random(1));
        assertThat(Arrays.copyOf(images, 3 * PLANE)).containsOnly(1);
        assertThat(Arrays.copyOfRange(images, 3 * PLANE, 6 * PLANE)).contains(0);
        assertThat(Arrays.copyOfRange(images, 6 * PLANE, 9 * PLANE)).containsOnly(1);
    }
}
