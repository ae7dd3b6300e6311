package org.isdarts.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives as other programs write them. */
class ArchivesTest {
    @TempDir
    Path temporary;

    @Test
    void namesWithBackslashesAreFolders() throws IOException {
        assertThat(open(zip(StandardCharsets.UTF_8, "set\\a\\1.png", "set\\b\\1.png"))
                        .classes())
                .containsExactly("a", "b");
    }

    @Test
    void oldNamesOfZipArchivesAreRead() throws IOException {
        assertThat(open(zip(Charset.forName("IBM437"), "ä/1.png", "ö/1.png")).classes())
                .containsExactly("ä", "ö");
    }

    @Test
    void linksInTarsLeadToTheirImages() throws IOException {
        Path archive = tar(false, tar -> {
            put(tar, "a/1.png");
            link(tar, "a/2.png", "a/1.png", TarConstants.LF_LINK);
            link(tar, "b/1.png", "../a/2.png", TarConstants.LF_SYMLINK);
        });
        Dataset dataset = open(archive);
        assertThat(dataset.train().count()).isEqualTo(3);
        assertThat(dataset.train().picture(1)).isEqualTo(dataset.train().picture(0));
    }

    @Test
    void aLinkToNothingIsNamed() throws IOException {
        Path archive = tar(false, tar -> {
            put(tar, "a/1.png");
            put(tar, "b/1.png");
            link(tar, "b/2.png", "2.png", TarConstants.LF_SYMLINK);
        });
        assertThatThrownBy(() -> open(archive))
                .hasMessage("b/2.png in " + archive + " is a link to an image that is not there; replace or remove it");
    }

    @Test
    void aTarThatIsNotGzippedIsRead() throws IOException {
        assertThat(open(tar(false, tar -> {
                            put(tar, "a/1.png");
                            put(tar, "b/1.png");
                        }))
                        .train()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void anEntryThatIsTooLargeIsNamed() throws IOException {
        int size = 300_000_000;
        Path archive = tar(true, tar -> {
            put(tar, "a/1.png");
            TarArchiveEntry entry = new TarArchiveEntry("b/huge.png");
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            writeZeros(tar, size);
            tar.closeArchiveEntry();
        });
        assertThatThrownBy(() -> open(archive))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("b/huge.png in");
    }

    private static void writeZeros(OutputStream out, int size) throws IOException {
        byte[] million = new byte[1_000_000];
        for (int written = 0; written < size; written += million.length) {
            out.write(million);
        }
    }

    @Test
    void anEntryOfAZipThatIsTooLargeIsNamed() throws IOException {
        Path archive = temporary.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : new String[] {"a/1.png", "b/bomb.png"}) {
                zip.putNextEntry(new ZipEntry(name));
                if (name.startsWith("a")) {
                    zip.write(TestImages.gray(1));
                } else {
                    writeZeros(zip, 300_000_000);
                }
                zip.closeEntry();
            }
        }
        assertThatThrownBy(() -> open(archive))
                .hasMessage("b/bomb.png in " + archive
                        + " has 300,000,000 bytes, more than the 268,435,456 that can be read; replace or remove it");
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        Path archive = tar(true, tar -> {
            put(tar, "a/1.png");
            put(tar, "b/1.png");
            put(tar, "./a/1.png");
        });
        assertThatThrownBy(() -> open(archive))
                .hasMessage("there are two files of the name a/1.png in " + archive + "; rename or remove one");
    }

    @Test
    void namesOfTarsAreReadInEitherEncoding() throws IOException {
        for (String encoding : new String[] {"UTF-8", "ISO-8859-1"}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, encoding)) {
                put(tar, "ä/1.png");
                put(tar, "ö/1.png");
            }
            assertThat(open(Files.write(temporary.resolve("names.tar"), bytes.toByteArray()))
                            .classes())
                    .containsExactly("ä", "ö");
        }
    }

    @Test
    void archivesOfOtherKindsAreCalledByTheirName() throws IOException {
        for (Map.Entry<String, String> kind : Map.of(
                        "7z\u00bc\u00af'\u001c", "a 7z archive",
                        "Rar!\u001a\u0007", "a RAR archive",
                        "BZh91AY", "compressed by bzip2",
                        "\u00fd7zXZ\u0000", "compressed by xz")
                .entrySet()) {
            Path archive = temporary.resolve("images");
            Files.write(archive, kind.getKey().getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> open(archive))
                    .hasMessage(archive + " is " + kind.getValue()
                            + ", which is not read; give a folder, a .tar.gz, a .tar or a .zip");
        }
    }

    @Test
    void anEncryptedZipIsNamed() throws IOException {
        Path archive = zip(StandardCharsets.UTF_8, "a/1.png", "b/1.png");
        byte[] bytes = Files.readAllBytes(archive);
        for (int i = 0; i + 9 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && (bytes[i + 2] == 1 || bytes[i + 2] == 3)) {
                bytes[i + (bytes[i + 2] == 1 ? 8 : 6)] |= 1;
            }
        }
        Files.write(archive, bytes);
        assertThatThrownBy(() -> open(archive)).hasMessageContaining("needs a password");
    }

    private static Dataset open(Path path) {
        return Datasets.open(path.toString(), 1);
    }

    private Path zip(Charset names, String... entries) throws IOException {
        Path archive = temporary.resolve("images.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), names)) {
            for (String name : entries) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TestImages.gray(1));
                zip.closeEntry();
            }
        }
        return archive;
    }

    private interface Content {
        void addTo(TarArchiveOutputStream tar) throws IOException;
    }

    private Path tar(boolean gzipped, Content content) throws IOException {
        Path archive = temporary.resolve("images.archive");
        try (OutputStream file = Files.newOutputStream(archive);
                OutputStream bytes = gzipped ? new GZIPOutputStream(file) : file;
                TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            content.addTo(tar);
        }
        return archive;
    }

    private static void put(TarArchiveOutputStream tar, String name) throws IOException {
        byte[] content = TestImages.gray(1);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, String target, byte type) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    @Test
    void aZipThatWasCutOffSaysWhatHelps() throws IOException {
        byte[] whole = zipOf(TestImages.classFolders("", 2, 3));
        Path cut = Files.write(temporary.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> FileTree.open(cut))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not whole: its list of files is missing; copy or download it again");
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws IOException {
        Path empty = Files.createFile(temporary.resolve("empty.zip"));
        assertThatThrownBy(() -> FileTree.open(empty)).hasMessageContaining("is an empty file; give a folder");
    }

    @Test
    void imagesWhoseNamesLeadOutOfTheArchiveAreCounted() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(TestImages.classFolders("", 2, 3));
        files.put("../../a/evil.png", TestImages.gray(1));
        Path archive = Files.write(temporary.resolve("slip.zip"), zipOf(files));
        assertThat(Datasets.open(archive.toString(), 0).notices())
                .containsExactly("left out images whose names lead out of the archive: 1");
    }

    private static byte[] zipOf(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
