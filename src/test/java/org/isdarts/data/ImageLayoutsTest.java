package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts of class folders that people have. */
class ImageLayoutsTest {
    private static final byte[] NOTHING = {};

    @TempDir
    Path temporary;

    private final Map<String, byte[]> files = new TreeMap<>();

    @Test
    void imagesOfValAreTestAndThoseOfTestLeftOutWithANotice() throws IOException {
        files.putAll(TestImages.classFolders("train/", 2, 3));
        files.putAll(TestImages.classFolders("val/", 2, 2));
        files.putAll(TestImages.classFolders("test/", 2, 1));
        Dataset dataset = open();
        assertThat(dataset.train().count()).isEqualTo(6);
        assertThat(dataset.test().count()).isEqualTo(4);
        assertThat(dataset.notices())
                .containsExactly("2 images in test/ are left out, since those of another folder are used");
    }

    @Test
    void trainingAndTestingMayBeWrittenInAnyCase() throws IOException {
        files.putAll(TestImages.classFolders("set/Training/", 2, 3));
        files.putAll(TestImages.classFolders("set/Testing/", 2, 1));
        Dataset dataset = open();
        assertThat(dataset.train().count()).isEqualTo(6);
        assertThat(dataset.test().count()).isEqualTo(2);
    }

    @Test
    void aClassMayBeCalledTrain() throws IOException {
        files.putAll(TestImages.classFolders("vehicles/", 2, 3));
        files.put("vehicles/train/0.png", TestImages.gray(7));
        assertThat(open().classes()).containsExactly("a", "b", "train");
    }

    @Test
    void tinyImageNetNamesItsTestClassesInATable() throws IOException {
        for (String label : new String[] {"n01", "n02"}) {
            files.put("tiny/train/" + label + "/images/" + label + "_0.JPEG", TestImages.encoded("jpeg", 64, 64, 0));
            files.put("tiny/train/" + label + "/" + label + "_boxes.txt", NOTHING);
        }
        files.put("tiny/val/images/val_0.JPEG", TestImages.encoded("jpeg", 64, 64, 0xffffff));
        files.put("tiny/val/val_annotations.txt", "val_0.JPEG\tn02\t0\t0\t63\t63\n".getBytes(StandardCharsets.UTF_8));
        files.put("tiny/test/images/test_0.JPEG", TestImages.encoded("jpeg", 64, 64, 0));
        Dataset dataset = open();
        assertThat(dataset.classes()).containsExactly("n01", "n02");
        assertThat(dataset.train().count()).isEqualTo(2);
        assertThat(dataset.test().count()).isEqualTo(1);
        assertThat(dataset.test().label(0)).isEqualTo(1);
    }

    @Test
    void imagesOfATestFolderWithoutClassesAreLeftOutWithANotice() throws IOException {
        files.putAll(TestImages.classFolders("train/", 2, 5));
        files.put("test/1.png", TestImages.gray(7));
        files.put("test/2.png", TestImages.gray(8));
        Dataset dataset = open();
        assertThat(dataset.test().count()).isEqualTo(2);
        assertThat(dataset.notices())
                .containsExactly("2 images in test/ are left out, since they are in no class folders");
    }

    @Test
    void filesOfOtherKindsAreCountedAndNamed() throws IOException {
        files.putAll(TestImages.classFolders("", 2, 1));
        files.put("a/x.BMP", NOTHING);
        files.put("b/y.bmp", NOTHING);
        files.put("b/z.webp", NOTHING);
        assertThat(open().notices())
                .containsExactly("left out what is neither PNG nor JPEG: 2 .bmp, 1 .webp (in a, b)");
    }

    @Test
    void aClassOfOtherKindsAloneIsRefusedWithTheirNumber() throws IOException {
        files.putAll(TestImages.classFolders("", 2, 1));
        files.put("c/x.heic", NOTHING);
        assertThatThrownBy(this::open)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("class folder c of")
                .hasMessageContaining("holds no images but 1 .heic; add PNG or JPEG files");
    }

    @Test
    void thePythonFormOfCifarIsNamed() throws IOException {
        files.put("cifar-10-batches-py/data_batch_1", NOTHING);
        assertThatThrownBy(this::open)
                .hasMessageContaining("CIFAR in its Python form (pickle)")
                .hasMessageContaining("cifar-10-binary.tar.gz");
    }

    @Test
    void aPipeAmongTheImagesIsNamedInsteadOfWaitedFor() throws IOException, InterruptedException {
        files.putAll(TestImages.classFolders("", 2, 1));
        Path folder = TestImages.folder(temporary, files);
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("a/pipe.png").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThatThrownBy(() -> Datasets.open(folder.toString(), 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("pipe.png is a folder, a pipe or a device, not an ordinary file");
    }

    @Test
    void namesInOtherScriptsAndEmojiAreKept() throws IOException {
        files.put("ä/1.png", TestImages.gray(1));
        files.put("ö/1.png", TestImages.gray(2));
        files.put("🐈/1.png", TestImages.gray(3));
        assertThat(open().classes()).containsExactly("ä", "ö", "🐈");
    }

    @Test
    void aFolderWhoseNameIsNotUtf8IsRefused() throws IOException, InterruptedException {
        files.putAll(TestImages.classFolders("", 2, 1));
        Path folder = TestImages.folder(temporary, files);
        assertThat(new ProcessBuilder("bash", "-c", "cp -r b $'\\xe4'")
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
        assertThatThrownBy(() -> Datasets.open(folder.toString(), 1))
                .hasMessageContaining("is not UTF-8; rename the file or its folders");
    }

    private Dataset open() throws IOException {
        Path folder = TestImages.folder(Files.createTempDirectory(temporary, "set"), files);
        return Datasets.open(folder.toString(), 1);
    }
}
