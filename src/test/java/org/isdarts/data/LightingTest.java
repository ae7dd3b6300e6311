package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LightingTest {
    private static final int PLANE = 16;

    private static Picture gray(int value) {
        byte[] values = new byte[3 * PLANE];
        Arrays.fill(values, (byte) value);
        return new Picture(4, 4, values);
    }

    /** Draws 1.5, -0.5 and 2 along the three components. */
    private static Random drawing() {
        return new Random() {
            private static final long serialVersionUID = 1;
            private final double[] drawn = {1.5, -0.5, 2};
            private int next;

            @Override
            public synchronized double nextGaussian() {
                return drawn[next++];
            }
        };
    }

    /** Computed in double from the vectors and values: -4.80, -5.02, -4.59. */
    @Test
    void addsOneColorToAllPixels() {
        byte[] lit = new Lighting(0.1).apply(gray(100), drawing()).values();
        for (int i = 0; i < lit.length; i++) {
            assertThat(lit[i]).as("value %d", i).isEqualTo((byte) 95);
        }
        byte[] tenfold = new Lighting(1).apply(gray(100), drawing()).values();
        assertThat(new int[] {tenfold[0], tenfold[PLANE], tenfold[2 * PLANE]}).containsExactly(52, 50, 54);
    }

    @Test
    void valuesStayWithinTheirRange() {
        assertThat(new Lighting(1).apply(gray(20), drawing()).values()).containsOnly(0);
    }

    @Test
    void ofDeviationZeroNothingIsAdded() {
        assertThat(Lighting.NOTHING.apply(gray(7), new Random(1))).isEqualTo(gray(7));
    }
}
