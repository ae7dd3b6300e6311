package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final int HEIGHT = 8;
    private static final int WIDTH = 12;

    @Test
    void everyViewIsACropOfTheFramedImageThenMirrored() {
        byte[] source = new byte[3 * HEIGHT * WIDTH];
        new Random(1).nextBytes(source);
        byte[] view = new byte[source.length];
        for (int down = -4; down <= 4; down++) {
            for (int right = -4; right <= 4; right++) {
                for (boolean mirrored : new boolean[] {false, true}) {
                    new Augmentation(down, right, mirrored).apply(source, HEIGHT, WIDTH, view);
                    assertThat(view).isEqualTo(expected(source, down, right, mirrored));
                }
            }
        }
    }

    private static byte[] expected(byte[] source, int down, int right, boolean mirrored) {
        byte[] view = new byte[source.length];
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    int fromY = y + down;
                    int fromX = (mirrored ? WIDTH - 1 - x : x) + right;
                    boolean inside = fromY >= 0 && fromY < HEIGHT && fromX >= 0 && fromX < WIDTH;
                    view[(channel * HEIGHT + y) * WIDTH + x] =
                            inside ? source[(channel * HEIGHT + fromY) * WIDTH + fromX] : 0;
                }
            }
        }
        return view;
    }

    @Test
    void allViewsAreDrawnAboutEquallyOften() {
        Random random = new Random(1);
        Set<Augmentation> seen = new HashSet<>();
        int mirrored = 0;
        int down = 0;
        for (int i = 0; i < 16200; i++) {
            Augmentation view = TrainingViews.OF_PAPER.draw(random);
            seen.add(view);
            mirrored += view.mirrored() ? 1 : 0;
            down += view.down() == 4 ? 1 : 0;
        }
        assertThat(seen).hasSize(9 * 9 * 2);
        assertThat(mirrored).isBetween(7800, 8400);
        assertThat(down).isBetween(1620, 1980);
    }
}
