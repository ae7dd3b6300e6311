package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFoldersTest {
    private static final byte[] NOTHING = {};

    @TempDir
    Path temporary;

    private final Map<String, byte[]> files = new TreeMap<>();

    @Test
    void trainAndTestFoldersAreReadWithClassesInAlphabeticalOrder() throws IOException {
        files.putAll(TestImages.classFolders("train/", 3, 2));
        files.put("test/c/x.png", TestImages.gray(200));
        Dataset dataset = open(TestImages.folder(temporary.resolve("pets"), files));
        assertThat(dataset.name()).isEqualTo("pets");
        assertThat(dataset.classes()).containsExactly("a", "b", "c");
        assertThat(grays(dataset.train())).containsExactly(0, 2, 4, 1, 3, 5);
        assertThat(labels(dataset.train())).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(grays(dataset.test())).containsExactly(200);
        assertThat(labels(dataset.test())).containsExactly(2);
    }

    @Test
    void withoutTestAFifthOfEveryClassIsTest() throws IOException {
        Dataset dataset = open(TestImages.folder(temporary, TestImages.classFolders("", 2, 11)));
        assertThat(labels(dataset.train())).hasSize(18).containsOnly(0, 1);
        assertThat(labels(dataset.test())).containsExactly(0, 1, 0, 1);
        List<Integer> all = new ArrayList<>(grays(dataset.train()));
        all.addAll(grays(dataset.test()));
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 22).boxed().toList());
    }

    @Test
    void theSeedChoosesTheFifthTest() throws IOException {
        TestImages.folder(temporary, TestImages.classFolders("", 2, 20));
        List<Integer> one = grays(Datasets.open(temporary.toString(), 1).test());
        assertThat(grays(Datasets.open(temporary.toString(), 1).test())).isEqualTo(one);
        assertThat(grays(Datasets.open(temporary.toString(), 2).test())).isNotEqualTo(one);
    }

    @Test
    void classesOfFewerThanFiveImagesHoldNoneOut() throws IOException {
        Dataset dataset = open(TestImages.folder(temporary, TestImages.classFolders("", 2, 4)));
        assertThat(dataset.test().count()).isZero();
        assertThat(dataset.fingerprint()).hasSize(64);
    }

    @Test
    void archivesGiveTheSameImagesAsTheFolder() throws IOException {
        files.putAll(TestImages.classFolders("cats and dogs/v2/train/", 3, 6));
        files.putAll(TestImages.classFolders("cats and dogs/v2/test/", 3, 2));
        String folder = open(TestImages.folder(temporary.resolve("f"), files)).fingerprint();
        assertThat(open(TestImages.tarGz(temporary.resolve("f.tar.gz"), files)).fingerprint())
                .isEqualTo(folder);
        assertThat(open(TestImages.zip(temporary.resolve("f.zip"), files)).fingerprint())
                .isEqualTo(folder);
    }

    @Test
    void hiddenAndOtherFilesAreLeftOut() throws IOException {
        files.putAll(TestImages.classFolders("", 2, 1));
        files.put("__MACOSX/a/._0.png", NOTHING);
        files.put(".DS_Store", NOTHING);
        files.put("a/.0.png", NOTHING);
        files.put("a/notes.md", NOTHING);
        files.put("readme.txt", NOTHING);
        files.put("LICENCE.TXT", NOTHING);
        assertThat(open(TestImages.zip(temporary.resolve("f.zip"), files))
                        .train()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void jpegIsDecoded() throws IOException {
        files.put("a/1.jpg", TestImages.encoded("jpeg", 16, 8, 0xff0000));
        files.put("b/1.JPEG", TestImages.encoded("jpeg", 16, 8, 0x0000ff));
        ImageSource images = open(TestImages.folder(temporary, files)).train();
        assertThat(images.width()).isEqualTo(16);
        assertThat(images.height()).isEqualTo(8);
        assertThat(color(images, 0)).satisfies(rgb -> assertThat(rgb[0]).isGreaterThan(250));
        assertThat(color(images, 1)).satisfies(rgb -> assertThat(rgb[2]).isGreaterThan(250));
    }

    @Test
    void pixelsArePlanarRowByRow() throws IOException {
        BufferedImage image = new BufferedImage(12, 8, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 12; x++) {
                image.setRGB(x, y, (10 + x) << 16 | (100 + y) << 8 | (200 + x - y));
            }
        }
        byte[] pixels = first(TestImages.encoded("png", image)).pixels(0);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 12; x++) {
                assertThat(pixels[y * 12 + x]).isEqualTo((byte) (10 + x));
                assertThat(pixels[96 + y * 12 + x]).isEqualTo((byte) (100 + y));
                assertThat(pixels[192 + y * 12 + x]).isEqualTo((byte) (200 + x - y));
            }
        }
    }

    @Test
    void grayImagesKeepTheirValuesInAllChannels() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        fillRaster(image, 77);
        assertThat(color(first(TestImages.encoded("png", image)), 0)).containsExactly(77, 77, 77);
        assertThat(color(first(TestImages.encoded("jpeg", image)), 0)).containsExactly(77, 77, 77);
    }

    @Test
    void sixteenBitImagesKeepTheirUpperBytes() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_USHORT_GRAY);
        Arrays.fill(((DataBufferUShort) image.getRaster().getDataBuffer()).getData(), (short) 0x4d99);
        assertThat(color(first(TestImages.encoded("png", image)), 0)).containsExactly(0x4d, 0x4d, 0x4d);
    }

    @Test
    void paletteImagesAreLookedUp() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_INDEXED);
        paint(image, new Color(255, 51, 0));
        assertThat(color(first(TestImages.encoded("png", image)), 0)).containsExactly(255, 51, 0);
    }

    @Test
    void bilevelImagesAreBlackOrWhite() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY);
        paint(image, Color.WHITE);
        assertThat(color(first(TestImages.encoded("png", image)), 0)).containsExactly(255, 255, 255);
    }

    @Test
    void transparencyIsLeftOut() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, 0x10_20_40_60);
        }
        assertThat(color(first(TestImages.encoded("png", image)), 0)).containsExactly(0x20, 0x40, 0x60);
    }

    @Test
    void allSixtyThousandCifarImagesAreRead() {
        Path archive = Path.of("../shared/data/cifar10-images.tar.gz");
        assumeTrue(Files.exists(archive), archive + " is missing");
        Dataset dataset = open(archive);
        assertThat(dataset.classes())
                .containsExactly(
                        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
        assertThat(dataset.train().count()).isEqualTo(50_000);
        assertThat(dataset.test().count()).isEqualTo(10_000);
        Normalization normalization = dataset.train().normalization();
        assertThat(normalization.mean()).containsExactly(new float[] {125.3f, 123.0f, 113.9f}, within(0.2f));
    }

    @Test
    void aMissingPathIsRefused() {
        assertRefused("nowhere", "nowhere does not exist; give an existing folder or archive");
    }

    @Test
    void veryManyFilesWithoutAnImageAreRefusedBeforeAllAreListed() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        IntStream.rangeClosed(0, 20_000).forEach(file -> files.put("notes/" + file + ".md", NOTHING));
        files.putAll(TestImages.classFolders("photos/", 2, 1));
        Path archive = TestImages.zip(temporary.resolve("home.zip"), files);
        assertRefused(
                archive,
                "none of the first 20,000 files of " + archive
                        + " is an image; give the folder that holds the class folders");
    }

    @Test
    void aFileThatIsNoArchiveIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("data.csv"), "1,2,3");
        assertRefused(file, file + " is no archive; give a folder, a .tar.gz, a .tar or a .zip");
        Path empty = Files.write(temporary.resolve("empty.zip"), NOTHING);
        assertRefused(empty, empty + " is an empty file; give a folder, a .tar.gz, a .tar or a .zip");
    }

    @Test
    void aGzippedFileThatIsNoTarIsRefused() throws IOException {
        Path archive = temporary.resolve("x.tar.gz");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(archive))) {
            gzip.write("no tar at all ".repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        assertRefused(archive, archive.toString());
    }

    @Test
    void aTarTruncatedAnywhereIsRefused() throws IOException {
        Path archive = TestImages.tarGz(temporary.resolve("f.tar.gz"), TestImages.classFolders("", 3, 10));
        byte[] whole = Files.readAllBytes(archive);
        for (int length : new int[] {11, whole.length / 3, whole.length / 2, whole.length - 20, whole.length - 1}) {
            Files.write(archive, Arrays.copyOf(whole, length));
            assertRefused(archive, archive + " cannot be read: it ends too early; copy or download it again");
        }
    }

    @Test
    void aDamagedTarIsRefused() throws IOException {
        Path archive = TestImages.tarGz(temporary.resolve("f.tar.gz"), TestImages.classFolders("", 3, 10));
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length - 6] ^= 1;
        Files.write(archive, bytes);
        assertRefused(archive, archive + " cannot be read: ");
    }

    @Test
    void aTruncatedZipIsRefused() throws IOException {
        Path archive = TestImages.zip(temporary.resolve("f.zip"), TestImages.classFolders("", 3, 10));
        byte[] whole = Files.readAllBytes(archive);
        for (int length : new int[] {2, 30, whole.length / 2, whole.length - 1}) {
            Files.write(archive, Arrays.copyOf(whole, length));
            assertRefused(archive, archive + " is damaged or not whole: ");
        }
    }

    @Test
    void aCorruptImageIsNamed() throws IOException {
        files.putAll(TestImages.classFolders("", 2, 3));
        files.put("b/bad.png", Arrays.copyOf(TestImages.gray(3), 48));
        assertRefused(TestImages.folder(temporary, files), temporary.resolve("b/bad.png") + " is damaged");
    }

    @Test
    void aTruncatedJpegIsNamed() throws IOException {
        byte[] jpeg = TestImages.encoded("jpeg", 8, 8, 0x123456);
        files.put("a/1.jpg", jpeg);
        files.put("b/1.jpg", Arrays.copyOf(jpeg, jpeg.length - 6));
        Path archive = TestImages.tarGz(temporary.resolve("f.tgz"), files);
        assertRefused(archive, "b/1.jpg in " + archive + " is damaged");
    }

    @Test
    void aFileThatOnlyClaimsToBeAnImageIsNamed() throws IOException {
        files.putAll(TestImages.classFolders("", 2, 3));
        files.put("b/bad.png", "hello".getBytes(StandardCharsets.UTF_8));
        assertRefused(
                TestImages.folder(temporary, files),
                temporary.resolve("b/bad.png") + " is neither PNG nor JPEG; replace or remove it");
    }

    @Test
    void severalDamagedImagesAreToldTogether() throws IOException {
        files.putAll(TestImages.classFolders("", 2, 3));
        for (int i = 0; i < 7; i++) {
            files.put("b/bad" + i + ".png", NOTHING);
        }
        Path archive = TestImages.zip(temporary.resolve("f.zip"), files);
        assertRefused(
                archive,
                "7 images cannot be used: b/bad0.png in " + archive + " is empty; replace or remove it;"
                        + " the others are b/bad1.png in " + archive);
        assertThatThrownBy(() -> open(archive)).hasMessageEndingWith("b/bad4.png in " + archive + " and 2 more");
    }

    @Test
    void anEmptyClassIsNamed() throws IOException {
        files.putAll(TestImages.classFolders("train/", 2, 3));
        files.put("train/zebra/", NOTHING);
        Path archive = TestImages.tarGz(temporary.resolve("f.tar.gz"), files);
        assertRefused(
                archive, "class folder zebra of " + archive + " holds no images; add PNG or JPEG files or remove it");
    }

    @Test
    void aSingleClassIsRefused() throws IOException {
        assertRefused(
                TestImages.folder(temporary, TestImages.classFolders("", 1, 3)),
                temporary + " has only one class, a; give at least two class folders");
    }

    @Test
    void noImagesAtAllAreRefused() throws IOException {
        String message = " holds no images; give PNG or JPEG files in one folder a class, or CIFAR's binary files";
        assertRefused(temporary, temporary + message);
        files.put("a/readme.txt", NOTHING);
        Path archive = TestImages.zip(temporary.resolve("f.zip"), files);
        assertRefused(archive, archive + message);
    }

    @Test
    void aTestClassThatTrainingLacksIsNamed() throws IOException {
        files.putAll(TestImages.classFolders("train/", 2, 3));
        files.putAll(TestImages.classFolders("test/", 3, 1));
        assertRefused(
                TestImages.folder(temporary, files),
                "class c of " + temporary + " is in test/ but not in train/; add training images or remove it");
    }

    @Test
    void testImagesAloneAreRefused() throws IOException {
        assertRefused(
                TestImages.folder(temporary, TestImages.classFolders("test/", 2, 3)),
                temporary + " has images in test/ only; put training images into train/CLASS/");
    }

    @Test
    void anImageInNoClassFolderIsNamed() throws IOException {
        String message = " is in no class folder; put images into CLASS/, or into train/CLASS/ and test/CLASS/";
        files.putAll(TestImages.classFolders("", 2, 3));
        files.put("loose.png", TestImages.gray(1));
        Path archive = TestImages.zip(temporary.resolve("1.zip"), files);
        assertRefused(archive, "loose.png in " + archive + message);
        files.remove("loose.png");
        files.put("a/deep/x.png", TestImages.gray(1));
        archive = TestImages.zip(temporary.resolve("2.zip"), files);
        assertRefused(archive, "a/deep/x.png in " + archive + message);
        files.remove("a/deep/x.png");
        files.put("train/a/x.png", TestImages.gray(1));
        archive = TestImages.zip(temporary.resolve("3.zip"), files);
        assertRefused(archive, "a/0.png in " + archive + message);
    }

    @Test
    void aFileThatVanishedIsNamed() throws IOException {
        TestImages.folder(temporary, TestImages.classFolders("", 2, 3));
        Files.createSymbolicLink(temporary.resolve("a/link.png"), Path.of("nowhere.png"));
        assertRefused(temporary, temporary.resolve("a/link.png") + " cannot be read: ");
    }

    @Test
    void aFolderThatMayNotBeReadIsNamed() throws IOException {
        TestImages.folder(temporary, TestImages.classFolders("", 2, 3));
        Path closed = temporary.resolve("b");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(closed), "this user may read everything");
            assertRefused(
                    temporary, temporary + " cannot be read: permission denied for " + closed + "; allow reading it");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Dataset open(Path path) {
        return Datasets.open(path.toString(), 1);
    }

    private ImageSource first(byte[] encoded) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "one");
        return open(TestImages.folder(folder, Map.of("a/1.png", encoded, "b/1.png", encoded)))
                .train();
    }

    private static void assertRefused(Object path, String message) {
        assertThatThrownBy(() -> Datasets.open(path.toString(), 1))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(message)
                .satisfies(thrown -> assertThat(thrown.getMessage().lines()).hasSize(1));
    }

    private static List<Integer> grays(ImageSource set) {
        return IntStream.range(0, set.count())
                .map(image -> set.pixels(image)[0] & 0xff)
                .boxed()
                .toList();
    }

    private static List<Integer> labels(ImageSource set) {
        return IntStream.range(0, set.count()).map(set::label).boxed().toList();
    }

    private static int[] color(ImageSource set, int image) {
        byte[] pixels = set.pixels(image);
        int plane = set.height() * set.width();
        return new int[] {pixels[0] & 0xff, pixels[plane] & 0xff, pixels[2 * plane] & 0xff};
    }

    private static void fillRaster(BufferedImage image, int value) {
        for (int i = 0; i < 64; i++) {
            image.getRaster().setSample(i % 8, i / 8, 0, value);
        }
    }

    private static void paint(BufferedImage image, Color color) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, 8, 8);
        graphics.dispose();
    }
}
