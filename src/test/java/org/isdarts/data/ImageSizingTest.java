package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.isdarts.settings.ViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSizingTest {
    private static final byte[] SMALL = TestImages.encoded("png", 12, 8, 0x204060);
    private static final byte[] LARGE = TestImages.encoded("jpeg", 300, 200, 0x204060);

    @TempDir
    Path temporary;

    @Test
    void imagesOfManySizesAndFormatsBecome32By32() throws IOException {
        byte[] gray = TestImages.encoded("png", new BufferedImage(31, 77, BufferedImage.TYPE_BYTE_GRAY));
        Dataset dataset = open(ImageSizing.AUTOMATIC, Map.of("a/1.png", SMALL, "a/2.jpg", LARGE, "b/1.png", gray));
        assertThat(dataset.train().width()).isEqualTo(32);
        assertThat(dataset.train().height()).isEqualTo(32);
        assertThat(dataset.train().count()).isEqualTo(3);
    }

    @Test
    void imagesThatAgreeKeepTheirSize() throws IOException {
        Dataset dataset = open(ImageSizing.AUTOMATIC, Map.of("a/1.png", SMALL, "b/1.png", SMALL));
        assertThat(dataset.train().width()).isEqualTo(12);
        assertThat(dataset.train().height()).isEqualTo(8);
        assertThat(dataset.samples()).isEmpty();
    }

    @Test
    void imagesThatAgreeOnASizeTheSupernetDoesNotTakeBecome32By32() throws IOException {
        byte[] odd = TestImages.encoded("png", 10, 8, 0);
        assertThat(open(ImageSizing.AUTOMATIC, Map.of("a/1.png", odd, "b/1.png", odd))
                        .train()
                        .width())
                .isEqualTo(32);
    }

    @Test
    void photographsThatAgreeOnALargeSizeBecome32By32() throws IOException {
        assertThat(open(ImageSizing.AUTOMATIC, Map.of("a/1.jpg", LARGE, "b/1.jpg", LARGE))
                        .train()
                        .width())
                .isEqualTo(32);
    }

    @Test
    void theSizeChosenHoldsForEveryKindOfDataset() throws IOException {
        ImageSizing sizing = ImageSizing.of("24x16", Fit.CROP);
        assertThat(open(sizing, Map.of("a/1.png", SMALL, "b/1.png", SMALL))
                        .train()
                        .width())
                .isEqualTo(24);
        Dataset synthetic = Datasets.open("synthetic", sizing, 1);
        assertThat(synthetic.train().picture(0).size()).isEqualTo(new ImageSize(24, 16));
        assertThat(synthetic.test().count()).isEqualTo(SyntheticImages.TEST);
        assertThat(synthetic.samples()).hasSize(Dataset.MOST_SAMPLES);
    }

    @Test
    void cropCutsEquallyOffBothEnds() {
        Picture stripes = stripes(30, 10);
        Picture cropped = ImageSizing.of("8", Fit.CROP).prepare(stripes);
        assertThat(cropped.values()).containsOnly((byte) 2);
    }

    @Test
    void padKeepsAllOfAnImageBetweenEqualBlackBars() {
        Picture padded = ImageSizing.of("24", Fit.PAD).prepare(stripes(30, 10));
        assertThat(padded.size()).isEqualTo(new ImageSize(24, 24));
        assertThat(column(padded, 12))
                .containsExactly(IntStream.range(0, 24)
                        .map(y -> y < 8 || y >= 16 ? 0 : 2)
                        .toArray());
        assertThat(padded.values()[12 * 24]).isEqualTo((byte) 1);
        assertThat(padded.values()[12 * 24 + 23]).isEqualTo((byte) 3);
    }

    @Test
    void anImageOfTheRightSizeIsNotChanged() {
        Picture picture = TestImages.set(1, 1).picture(0);
        assertThat(ImageSizing.of("8", Fit.CROP).prepare(picture)).isEqualTo(picture);
        assertThat(ImageSizing.of("8", Fit.PAD).prepare(picture)).isEqualTo(picture);
    }

    @Test
    void shrinkingAveragesOverAllPixels() {
        byte[] values = new byte[3 * 80 * 80];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % 2 == 0 ? 255 : 0);
        }
        byte[] shrunk = ImageSizing.of("8", Fit.CROP)
                .prepare(new Picture(80, 80, values))
                .values();
        // A new value reaches over twenty old ones, but over fifteen at the edges, where they do not come out even.
        for (int i = 0; i < shrunk.length; i++) {
            int column = i % 8;
            if (column == 0) {
                assertThat(shrunk[i] & 0xff).isEqualTo(131);
            } else if (column == 7) {
                assertThat(shrunk[i] & 0xff).isEqualTo(124);
            } else {
                assertThat(shrunk[i] & 0xff).isBetween(127, 128);
            }
        }
    }

    @Test
    void anImageOfOnePixelAndOneOfOneRowAreTaken() {
        for (Fit fit : Fit.values()) {
            ImageSizing sizing = new ImageSizing(ImageSizing.STANDARD, fit);
            assertThat(sizing.prepare(new Picture(1, 1, new byte[] {9, 9, 9})).values())
                    .containsOnly((byte) 9);
            assertThat(sizing.prepare(stripes(10_000, 1)).size()).isEqualTo(ImageSizing.STANDARD);
        }
    }

    @Test
    void samplesShowAnImageOfEveryClassAsItWasFound() throws IOException {
        Dataset dataset = open(ImageSizing.of("32", Fit.PAD), Map.of("a/1.jpg", LARGE, "b/1.png", SMALL));
        assertThat(dataset.samples()).hasSize(2);
        Sample first = dataset.samples().get(0);
        assertThat(first.name()).endsWith("1.jpg");
        assertThat(first.size()).isEqualTo(new ImageSize(300, 200));
        assertThat(first.original().size()).isEqualTo(new ImageSize(256, 171));
        assertThat(first.prepared()).isEqualTo(dataset.train().picture(0));
        assertThat(first.prepared(ImageSizing.of("16", Fit.CROP)).prepared().size())
                .isEqualTo(new ImageSize(16, 16));
    }

    @Test
    void whatIsNoSizeIsRefused() {
        String remedy = "give auto, or 8 to 1024 pixels divisible by 4, such as 32 or 48x32";
        for (String size : new String[] {"big", "30", "4", "1028", "32x", "-32"}) {
            assertThatThrownBy(() -> DataSettings.IMAGE_SIZE.parse(size))
                    .isInstanceOf(ViolationException.class)
                    .hasMessageContaining(size + " is not a size that the supernet takes")
                    .hasMessageContaining(remedy);
        }
    }

    private Dataset open(ImageSizing sizing, Map<String, byte[]> files) throws IOException {
        return Datasets.open(
                TestImages.folder(temporary.resolve("d"), new HashMap<>(files)).toString(), sizing, 1);
    }

    /** Three vertical stripes of the values 1, 2 and 3. */
    private static Picture stripes(int width, int height) {
        byte[] values = new byte[3 * width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (1 + i % width * 3 / width);
        }
        return new Picture(width, height, values);
    }

    private static int[] column(Picture picture, int x) {
        return IntStream.range(0, picture.height())
                .map(y -> picture.values()[y * picture.width() + x])
                .toArray();
    }
}
