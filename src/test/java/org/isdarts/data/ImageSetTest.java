package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageSetTest {
    private final ImageSet images = TestImages.set(50, 5);

    @Test
    void pixelsAreACopy() {
        images.pixels(3)[0]++;
        assertThat(images.pixels(3)).isEqualTo(TestImages.set(50, 5).pixels(3));
    }

    @Test
    void balancedSubsetHasEquallyManyOfEveryClassAndTheRestInTheFirst() {
        assertThat(classSizes(images.balanced(17, 5, 1), 5)).containsExactly(4, 4, 3, 3, 3);
    }

    @Test
    void balancedSubsetKeepsLabelsWithTheirPixelsInOrder() {
        ImageSource subset = images.balanced(20, 5, 1);
        int from = 0;
        for (int i = 0; i < subset.count(); i++) {
            byte[] wanted = subset.pixels(i);
            int start = from;
            from = IntStream.range(start, images.count())
                            .filter(image -> Arrays.equals(images.pixels(image), wanted))
                            .findFirst()
                            .orElseThrow()
                    + 1;
            assertThat(subset.label(i)).isEqualTo(images.label(from - 1));
        }
    }

    @Test
    void balancedSubsetDependsOnTheSeedAlone() {
        assertThat(pixels(images.balanced(20, 5, 1))).isEqualTo(pixels(images.balanced(20, 5, 1)));
        assertThat(pixels(images.balanced(20, 5, 1))).isNotEqualTo(pixels(images.balanced(20, 5, 2)));
    }

    @Test
    void classesWithFewImagesGiveAllTheyHaveAndTheOthersMakeUpForIt() {
        ImageSet unequal = new ImageSet(8, 8, new int[] {0, 1, 1, 1, 1, 1, 2, 2, 2, 2}, new byte[10 * 3 * 64]);

        assertThat(classSizes(unequal.balanced(7, 3, 1), 3)).containsExactly(1, 3, 3);
    }

    @Test
    void halvesShareOutEveryClassEvenly() {
        List<ImageSource> halves = images.halves(1);

        assertThat(classSizes(halves.get(0), 5)).containsExactly(5, 5, 5, 5, 5);
        assertThat(classSizes(halves.get(1), 5)).containsExactly(5, 5, 5, 5, 5);
    }

    @Test
    void halvesHaveNoImageInCommon() {
        List<ImageSource> halves = images.halves(1);

        assertThat(singly(halves.get(0))).doesNotContainAnyElementsOf(singly(halves.get(1)));
    }

    @Test
    void halvesOfAnOddNumberAreEquallyLarge() {
        List<ImageSource> halves = images.balanced(13, 5, 1).halves(1);

        assertThat(halves).extracting(ImageSource::count).containsExactly(6, 6);
    }

    @Test
    void halvesDependOnTheSeedAlone() {
        assertThat(pixels(images.halves(1).get(0)))
                .isEqualTo(pixels(images.halves(1).get(0)));
        assertThat(pixels(images.halves(1).get(0)))
                .isNotEqualTo(pixels(images.halves(2).get(0)));
    }

    @Test
    void moreImagesThanThereAreAreRefused() {
        assertThatThrownBy(() -> images.balanced(51, 5, 1)).hasMessage("there are 50 images, not 51");
    }

    @Test
    void imagesThatCannotBeHalvedTwiceAreRefused() {
        assertThat(new ImageSize(32, 32).fitsNet()).isTrue();
        assertThat(new ImageSize(12, 8).fitsNet()).isTrue();
        assertThat(new ImageSize(32, 30).fitsNet()).isFalse();
        assertThat(new ImageSize(34, 32).fitsNet()).isFalse();
        assertThat(new ImageSize(32, 4).fitsNet()).isFalse();
    }

    @Test
    void moreThanTwoGigabytesAreRefused() {
        assertThatThrownBy(() -> ImageSet.allocate(1_000_000, 32, 32))
                .isInstanceOf(DataException.class)
                .hasMessage("1000000 images of 32x32 are more than the 2 GB a set can hold;"
                        + " give a smaller image size, or at most 699050 of this size");
    }

    @Test
    void fingerprintChangesWithOnePixelOneLabelOrOneName() {
        Dataset dataset = new Dataset("x", List.of("a", "b"), TestImages.set(4, 2), TestImages.set(2, 2));
        byte[] pixels = pixels(dataset.train());
        pixels[77]++;
        ImageSet otherPixel = new ImageSet(8, 8, new int[] {0, 1, 0, 1}, pixels);
        ImageSet otherLabel = new ImageSet(8, 8, new int[] {0, 1, 1, 1}, pixels(dataset.train()));
        assertThat(List.of(
                        dataset.fingerprint(),
                        new Dataset("x", List.of("a", "b"), otherPixel, dataset.test()).fingerprint(),
                        new Dataset("x", List.of("a", "b"), otherLabel, dataset.test()).fingerprint(),
                        new Dataset("x", List.of("a", "c"), dataset.train(), dataset.test()).fingerprint(),
                        new Dataset("x", List.of("a", "b"), dataset.test(), dataset.train()).fingerprint()))
                .doesNotHaveDuplicates()
                .allMatch(print -> print.matches("[0-9a-f]{64}"));
    }

    @Test
    void fingerprintDoesNotDependOnTheName() {
        Dataset dataset = new Dataset("x", List.of("a", "b"), TestImages.set(4, 2), TestImages.set(0, 2));
        assertThat(new Dataset("y", dataset.classes(), dataset.train(), dataset.test()).fingerprint())
                .isEqualTo(dataset.fingerprint());
    }

    private static int[] classSizes(ImageSource set, int classes) {
        int[] sizes = new int[classes];
        for (int i = 0; i < set.count(); i++) {
            sizes[set.label(i)]++;
        }
        return sizes;
    }

    private static List<String> singly(ImageSource set) {
        return IntStream.range(0, set.count())
                .mapToObj(image -> Arrays.toString(set.pixels(image)))
                .toList();
    }

    private static byte[] pixels(ImageSource set) {
        byte[] all = new byte[set.count() * set.valuesPerImage()];
        for (int i = 0; i < set.count(); i++) {
            System.arraycopy(set.pixels(i), 0, all, i * set.valuesPerImage(), set.valuesPerImage());
        }
        return all;
    }
}
