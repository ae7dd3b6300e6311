package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodedImagesTest {
    private static final ImageSizing SIZING = ImageSizing.of("32", Fit.CENTER).decoding(Decoding.ANEW);

    @TempDir
    Path folder;

    private static byte[] jpeg(int rgb) {
        return TestImages.encoded("jpeg", 80, 60, rgb);
    }

    /** As ImageNet lies: every file is called JPEG; one is a PNG, one a text, one is cut off in its picture. */
    private Dataset imageNet() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        files.put("train/n01440764/n01440764_1.JPEG", jpeg(0xff0000));
        files.put("train/n01440764/n01440764_2.JPEG", TestImages.encoded("png", 50, 90, 0x00ff00));
        files.put("train/n01440764/n01440764_3.JPEG", "no image".getBytes(StandardCharsets.UTF_8));
        byte[] whole = TestImages.encoded("jpeg", 300, 200, 0x808080);
        files.put("train/n01443537/n01443537_1.JPEG", Arrays.copyOf(whole, whole.length * 2 / 3));
        files.put("train/n01443537/n01443537_2.JPEG", jpeg(0x0000ff));
        files.put("val/n01440764/ILSVRC2012_val_1.JPEG", jpeg(0xff0000));
        files.put("val/n01443537/ILSVRC2012_val_2.JPEG", jpeg(0x0000ff));
        TestImages.folder(folder, files);
        return Datasets.open(folder.toString(), SIZING, 0);
    }

    private static List<Integer> middle(Picture picture) {
        int middle = picture.height() / 2 * picture.width() + picture.width() / 2;
        int plane = picture.width() * picture.height();
        return List.of(
                Math.round((picture.values()[middle] & 0xff) / 255f),
                Math.round((picture.values()[middle + plane] & 0xff) / 255f),
                Math.round((picture.values()[middle + 2 * plane] & 0xff) / 255f));
    }

    @Test
    void imagesAreKnownByTheirContent() throws IOException {
        Dataset dataset = imageNet();
        assertThat(dataset.classes()).containsExactly("n01440764", "n01443537");
        assertThat(dataset.train().count()).isEqualTo(4);
        assertThat(dataset.test().count()).isEqualTo(2);
        assertThat(dataset.train().original(2).size()).isEqualTo(new ImageSize(50, 90));
        assertThat(middle(dataset.train().picture(2))).containsExactly(0, 1, 0);
    }

    @Test
    void whatIsNoImageIsCountedAndNamed() throws IOException {
        assertThat(imageNet().notices()).singleElement().satisfies(notice -> assertThat(notice)
                .startsWith("left out what cannot be read as an image: 1 files (")
                .contains("n01440764_3.JPEG"));
    }

    @Test
    void inPlaceOfAnImageDamagedFurtherOnTheNextIsShown() throws IOException {
        ImageSource train = imageNet().train();
        assertThat(train.picture(1)).isEqualTo(train.picture(2));
    }

    @Test
    void imagesAreShownAtTheSizeOfAll() throws IOException {
        ImageSource test = imageNet().test();
        assertThat(test.picture(1).size()).isEqualTo(new ImageSize(32, 32));
        assertThat(test.original(1).size()).isEqualTo(new ImageSize(80, 60));
        assertThat(test.size()).isEqualTo(new ImageSize(32, 32));
    }

    @Test
    void theMiddleSevenEighthsOfTheShorterSideAreShown() {
        byte[] values = new byte[3 * 64 * 80];
        for (int row = 0; row < 3 * 64; row++) {
            Arrays.fill(values, row * 80, row * 80 + 80, (byte) (row % 64 < 4 || row % 64 >= 60 ? 255 : 50));
        }
        Picture shown = new ImageSizing(new ImageSize(56, 56), Fit.CENTER).prepare(new Picture(80, 64, values));
        assertThat(shown.values()).containsOnly(50);
    }

    @Test
    void equalFoldersHaveEqualFingerprintsAndOthersOthers() throws IOException {
        String first = imageNet().fingerprint();
        assertThat(Datasets.open(folder.toString(), SIZING, 0).fingerprint()).isEqualTo(first);
        Files.write(folder.resolve("val/n01443537/ILSVRC2012_val_2.JPEG"), jpeg(0x00ffff));
        assertThat(Datasets.open(folder.toString(), SIZING, 0).fingerprint()).isNotEqualTo(first);
    }

    @Test
    void aPartKeepsImagesWithTheirLabels() throws IOException {
        ImageSource part = imageNet().train().balanced(2, 2, 3);
        assertThat(List.of(part.label(0), part.label(1))).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void archivesAreRefused() throws IOException {
        Path zip = TestImages.zip(folder.resolve("images.zip"), TestImages.classFolders("", 2, 2));
        assertThatThrownBy(() -> Datasets.open(zip.toString(), SIZING, 0))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("unpack it and give the folder");
    }

    @Test
    void withoutAnyImageTheFolderIsRefused() throws IOException {
        TestImages.folder(folder, Map.of("a/1.JPEG", new byte[5], "b/1.JPEG", new byte[7]));
        assertThatThrownBy(() -> Datasets.open(folder.toString(), SIZING, 0))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none of the 2 training images");
    }
}
