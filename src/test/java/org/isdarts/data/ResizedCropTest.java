package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResizedCropTest {
    private static final ImageSize WIDE = new ImageSize(400, 300);
    private static final ResizedCrop CROP = new ResizedCrop(0.08, true);

    private static List<ResizedCrop.Box> boxes(ImageSize image, int count) {
        Random random = new Random(5);
        return IntStream.range(0, count).mapToObj(i -> CROP.draw(image, random)).toList();
    }

    private static double area(ResizedCrop.Box box) {
        return box.width() * (double) box.height() / WIDE.pixels();
    }

    @Test
    void everyPartLiesWithinTheImage() {
        assertThat(boxes(WIDE, 2_000))
                .allMatch(box -> box.left() >= 0
                        && box.top() >= 0
                        && box.left() + box.width() <= 400
                        && box.top() + box.height() <= 300);
    }

    @Test
    void areasAndProportionsAreThoseAllowed() {
        assertThat(boxes(WIDE, 2_000)).allSatisfy(box -> {
            assertThat(area(box)).isBetween(0.078, 1.0);
            assertThat(box.width() / (double) box.height()).isBetween(0.73, 1.36);
        });
    }

    @Test
    void smallAreasAreAsLikelyAsAllThatFit() {
        double[] areas = boxes(WIDE, 4_000).stream()
                .mapToDouble(ResizedCropTest::area)
                .sorted()
                .toArray();
        long lower = Arrays.stream(areas).filter(area -> area < 0.31).count();
        long upper =
                Arrays.stream(areas).filter(area -> area >= 0.31 && area < 0.54).count();
        assertThat(lower / (double) upper).isCloseTo(1, within(0.12));
    }

    @Test
    void theLogarithmOfTheProportionsIsDrawnUniformly() {
        double mean = boxes(WIDE, 4_000).stream()
                .filter(box -> area(box) < 0.3)
                .mapToDouble(box -> Math.log(box.width() / (double) box.height()))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.02));
    }

    @Test
    void ofAnImageTooLongForAnyPartTheMiddleIsShown() {
        assertThat(new ResizedCrop(1, false).draw(new ImageSize(900, 30), new Random(1)))
                .isEqualTo(new ResizedCrop.Box(430, 0, 40, 30));
        assertThat(new ResizedCrop(1, false).draw(new ImageSize(30, 900), new Random(1)))
                .isEqualTo(new ResizedCrop.Box(0, 430, 30, 40));
    }

    @Test
    void theViewIsThePartScaledToTheSizeOfAllImages() {
        ImageSet images = TestImages.set(3, 3);
        Random same = new Random(9);
        ResizedCrop.Box box = CROP.draw(images.size(), same);
        Picture expected = images.picture(1).part(box).scaled(box.width(), box.height(), images.size());
        assertThat(new ResizedCrop(0.08, false).frame(images, 1, new Random(9))).isEqualTo(expected);
        assertThat(CROP.frame(images, 1, new Random(9))).isEqualTo(same.nextBoolean() ? expected.mirrored() : expected);
    }

    /** Rounded from PyTorch 1.13's {@code interpolate(..., mode="bilinear", antialias=True)} of the part, in float64. */
    @Test
    void aPartThatShrinksIsTheOneOfPyTorch() {
        assertThat(scaled(new ResizedCrop.Box(2, 1, 13, 10), new ImageSize(4, 3)))
                .containsExactly(
                        79, 155, 121, 96, 96, 114, 165, 82, 152, 81, 164, 122, 145, 149, 89, 171, 100, 171, 96, 127, 68,
                        146, 144, 88, 168, 84, 153, 134, 169, 117, 114, 191, 133, 166, 90, 160);
    }

    /** Likewise. */
    @Test
    void aPartThatGrowsIsTheOneOfPyTorch() {
        assertThat(scaled(new ResizedCrop.Box(5, 4, 3, 2), new ImageSize(5, 4)))
                .containsExactly(
                        91, 103, 122, 141, 153, 87, 99, 118, 137, 149, 79, 91, 110, 129, 141, 75, 87, 106, 125, 137,
                        169, 181, 200, 219, 231, 165, 177, 196, 215, 227, 157, 169, 188, 207, 219, 153, 165, 184, 203,
                        215, 247, 157, 22, 41, 53, 243, 153, 18, 37, 49, 235, 145, 10, 29, 41, 231, 141, 6, 25, 37);
    }

    /** The values of a part of an image of 16x12 pixels at another size. */
    private static int[] scaled(ResizedCrop.Box box, ImageSize size) {
        byte[] values = new byte[3 * 12 * 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i * 31 + i / 97 * 7);
        }
        byte[] scaled = new Picture(16, 12, values)
                .part(box)
                .scaled(box.width(), box.height(), size)
                .values();
        return IntStream.range(0, scaled.length).map(i -> scaled[i] & 0xff).toArray();
    }

    @Test
    void aPartHasThePixelsOfItsPlace() {
        Picture picture = TestImages.set(1, 1).picture(0);
        Picture part = picture.part(new ResizedCrop.Box(2, 5, 4, 3));
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < 3; y++) {
                for (int x = 0; x < 4; x++) {
                    assertThat(part.values()[(channel * 3 + y) * 4 + x])
                            .isEqualTo(picture.values()[(channel * 8 + y + 5) * 8 + x + 2]);
                }
            }
        }
    }
}
