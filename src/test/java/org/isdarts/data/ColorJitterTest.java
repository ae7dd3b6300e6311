package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The expected values come from Python's {@code colorsys} and the formulas of the class in double precision. */
class ColorJitterTest {
    private static final int WIDTH = 3;
    private static final int HEIGHT = 2;
    private static final float TOLERANCE = 2e-4f;

    private static float[] pixels() {
        return new float[] {200, 10, 255, 128, 0, 33, 100, 20, 255, 128, 90, 200, 50, 30, 0, 128, 255, 180};
    }

    private static Picture picture() {
        return new Picture(WIDTH, HEIGHT, new byte[pixels().length]).with(pixels());
    }

    private static float[] changed(Consumer<float[]> change) {
        float[] values = pixels();
        change.accept(values);
        return values;
    }

    private static void assertIs(float[] actual, double... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("value %d", i).isCloseTo((float) expected[i], within(TOLERANCE));
        }
    }

    @Test
    void brightnessMultipliesAndClips() {
        assertIs(
                changed(values -> ColorJitter.brighten(values, 1.3f)),
                255,
                13,
                255,
                166.4,
                0,
                42.9,
                130,
                26,
                255,
                166.4,
                117,
                255,
                65,
                39,
                0,
                166.4,
                255,
                234);
    }

    @Test
    void contrastBlendsWithTheMeanGray() {
        assertIs(
                changed(values -> ColorJitter.contrast(values, 0.7f)),
                176.2983,
                43.2983,
                214.7983,
                125.8983,
                36.2983,
                59.3983,
                106.2983,
                50.2983,
                214.7983,
                125.8983,
                99.2983,
                176.2983,
                71.2983,
                57.2983,
                36.2983,
                125.8983,
                214.7983,
                162.2983);
    }

    @Test
    void saturationBlendsWithThePixelsGrayAndClips() {
        assertIs(
                changed(values -> ColorJitter.saturate(values, 1.4f)),
                230.32,
                6.74,
                255,
                128,
                0,
                0,
                90.32,
                20.74,
                255,
                128,
                93.24,
                220.8852,
                20.32,
                34.74,
                0,
                128,
                255,
                192.8852);
    }

    @Test
    void huesAreTurnedForwards() {
        assertIs(
                changed(values -> ColorJitter.turnHues(values, 0.15f)),
                165,
                18,
                25.5,
                128,
                139.5,
                33,
                200,
                10,
                255,
                128,
                0,
                69.7,
                50,
                30,
                0,
                128,
                255,
                200);
    }

    @Test
    void huesAreTurnedBackwards() {
        assertIs(
                changed(values -> ColorJitter.turnHues(values, -0.2f)),
                200,
                10,
                255,
                128,
                0,
                86.4,
                50,
                30,
                0,
                128,
                255,
                200,
                180,
                16,
                51,
                128,
                114,
                33);
    }

    @Test
    void equalDrawsGiveEqualColorsAndOthersOtherOnes() {
        ColorJitter jitter = new ColorJitter(0.4, 0.2);
        assertThat(jitter.apply(picture(), new Random(1))).isEqualTo(jitter.apply(picture(), new Random(1)));
        assertThat(jitter.apply(picture(), new Random(1))).isNotEqualTo(jitter.apply(picture(), new Random(2)));
    }

    @Test
    void theOrderOfTheFourChangesIsDrawn() {
        ColorJitter onlyHue = new ColorJitter(0, 0.2);
        long results = new Random(0)
                .ints(50)
                .mapToObj(seed -> new ColorJitter(0.4, 0.2).apply(picture(), new Random(seed)))
                .distinct()
                .count();
        assertThat(results).isGreaterThan(45);
        assertThat(onlyHue.apply(picture(), new Random(3)).values()[3] & 0xff)
                .as("gray has no hue")
                .isEqualTo(128);
    }

    @Test
    void ofStrengthZeroImagesKeepTheirColors() {
        assertThat(ColorJitter.NOTHING.apply(picture(), new Random(1))).isEqualTo(picture());
    }
}
