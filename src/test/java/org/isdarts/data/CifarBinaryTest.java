package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarBinaryTest {
    private static final int PIXELS = 3072;

    @TempDir
    Path temporary;

    private final Random random = new Random(1);

    @Test
    void cifar10IsReadFromItsFolder() throws IOException {
        Map<String, byte[]> files = cifar10("");
        Dataset dataset = open(TestImages.folder(temporary, files));
        assertThat(dataset.name()).isEqualTo("CIFAR-10");
        assertThat(dataset.train().count()).isEqualTo(15);
        assertThat(dataset.test().count()).isEqualTo(2);
        byte[] second = files.get("data_batch_2.bin");
        assertThat(dataset.train().label(4)).isEqualTo(second[1 + PIXELS]);
        assertThat(dataset.train().pixels(4)).isEqualTo(Arrays.copyOfRange(second, 1 + PIXELS + 1, 2 * (1 + PIXELS)));
    }

    @Test
    void archivesGiveTheSameAsTheFolder() throws IOException {
        Map<String, byte[]> files = cifar10("cifar-10-batches-bin/");
        files.put("cifar-10-batches-bin/readme.html", new byte[10]);
        String folder = open(TestImages.folder(temporary.resolve("f"), files)).fingerprint();
        assertThat(open(TestImages.tarGz(temporary.resolve("f.tar.gz"), files)).fingerprint())
                .isEqualTo(folder);
        assertThat(open(TestImages.zip(temporary.resolve("f.zip"), files)).fingerprint())
                .isEqualTo(folder);
    }

    @Test
    void cifar100HasTheFineLabels() throws IOException {
        Map<String, byte[]> files = cifar100();
        Dataset dataset = open(TestImages.tarGz(temporary.resolve("f.tar.gz"), files));
        assertThat(dataset.name()).isEqualTo("CIFAR-100");
        assertThat(dataset.classes()).hasSize(100);
        byte[] train = files.get("cifar-100-binary/train.bin");
        assertThat(dataset.train().label(1)).isEqualTo(train[2 + PIXELS + 1]);
        assertThat(dataset.train().pixels(1)).isEqualTo(Arrays.copyOfRange(train, 2 + PIXELS + 2, 2 * (2 + PIXELS)));
        assertThat(dataset.test().count()).isEqualTo(2);
    }

    @Test
    void classesAreNamedByTheNamesFileOrNumbered() throws IOException {
        Map<String, byte[]> files = cifar10("");
        assertThat(open(TestImages.folder(temporary, files)).classes())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        files.put("batches.meta.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n".getBytes(StandardCharsets.UTF_8));
        assertThat(open(TestImages.folder(temporary, files)).classes())
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    }

    @Test
    void aNamesFileOfAnotherLengthIsRefused() throws IOException {
        Map<String, byte[]> files = cifar10("");
        files.put("batches.meta.txt", "a\nb\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(files, temporary.resolve("batches.meta.txt") + " names 2 classes; CIFAR-10 has 10, one a line");
    }

    @Test
    void aWrongRecordSizeIsNamed() throws IOException {
        Map<String, byte[]> files = cifar10("");
        files.put("data_batch_3.bin", new byte[9218]);
        assertRefused(
                files,
                temporary.resolve("data_batch_3.bin") + " has 9218 bytes; CIFAR-10 has records of 3073 bytes,"
                        + " so give a file of a multiple of that");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        Map<String, byte[]> files = cifar10("");
        files.put("test_batch.bin", new byte[0]);
        assertRefused(files, temporary.resolve("test_batch.bin") + " has 0 bytes;");
    }

    @Test
    void aFileCutBetweenRecordsIsNamed() throws IOException {
        Map<String, byte[]> files = cifar10("");
        files.put("data_batch_3.bin", records(2, 10));
        assertRefused(
                files,
                temporary.resolve("data_batch_3.bin") + " has 6146 bytes where data_batch_1.bin has 9219;"
                        + " copy or download it again");
    }

    @Test
    void aLabelOutOfRangeIsNamed() throws IOException {
        Map<String, byte[]> files = cifar10("");
        files.get("data_batch_5.bin")[1 + PIXELS] = 10;
        assertRefused(
                files,
                "record 1 of " + temporary.resolve("data_batch_5.bin")
                        + " has label 10; CIFAR-10 has 0 to 9, so copy or download the file again");
    }

    @Test
    void aCoarseLabelOutOfRangeIsNamed() throws IOException {
        Map<String, byte[]> files = cifar100();
        files.get("cifar-100-binary/test.bin")[0] = 20;
        Path archive = TestImages.zip(temporary.resolve("f.zip"), files);
        assertThatThrownBy(() -> open(archive))
                .isInstanceOf(DataException.class)
                .hasMessage("record 0 of cifar-100-binary/test.bin in " + archive
                        + " has coarse label 20; CIFAR-100 has 0 to 19, so copy or download the file again");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Map<String, byte[]> files = cifar10("");
        files.remove("data_batch_1.bin");
        assertRefused(
                files,
                "data_batch_1.bin is missing in " + temporary + "; CIFAR-10 consists of data_batch_1.bin,"
                        + " data_batch_2.bin, data_batch_3.bin, data_batch_4.bin, data_batch_5.bin and test_batch.bin");
    }

    @Test
    void aZipWithADamagedFileIsRefused() throws IOException {
        Path archive = TestImages.zip(temporary.resolve("f.zip"), cifar100());
        byte[] bytes = Files.readAllBytes(archive);
        bytes[2000] ^= 1;
        Files.write(archive, bytes);
        assertThatThrownBy(() -> open(archive))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(" in " + archive + " cannot be read: ");
    }

    private Map<String, byte[]> cifar10(String folder) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 1; i <= 5; i++) {
            files.put(folder + "data_batch_" + i + ".bin", records(3, 10));
        }
        files.put(folder + "test_batch.bin", records(2, 10));
        return files;
    }

    private Map<String, byte[]> cifar100() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("cifar-100-binary/train.bin", records(4, 20, 100));
        files.put("cifar-100-binary/test.bin", records(2, 20, 100));
        return files;
    }

    /** Random records with labels below the numbers given. */
    private byte[] records(int count, int... classes) {
        byte[] records = new byte[count * (classes.length + PIXELS)];
        random.nextBytes(records);
        for (int record = 0; record < count; record++) {
            for (int i = 0; i < classes.length; i++) {
                records[record * (classes.length + PIXELS) + i] = (byte) random.nextInt(classes[i]);
            }
        }
        return records;
    }

    private void assertRefused(Map<String, byte[]> files, String message) throws IOException {
        TestImages.folder(temporary, files);
        assertThatThrownBy(() -> open(temporary))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(message);
    }

    private static Dataset open(Path path) {
        return Datasets.open(path.toString(), 1);
    }
}
