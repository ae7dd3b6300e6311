package org.isdarts.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The files of a dataset by their path from its root, names separated by {@code /}, in alphabetical order: out of a
 * folder, a gzipped tar archive or a zip archive, told apart by their first bytes. Hidden files are left out, and so is
 * what is neither an image nor can belong to CIFAR's binary layout.
 */
final class FileTree implements Closeable {
    private static final List<String> IMAGES = List.of(".png", ".jpg", ".jpeg");
    private static final List<String> CIFAR = List.of(".bin", ".txt");
    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP = "PK".getBytes(StandardCharsets.US_ASCII);

    private final String name;
    private final SortedMap<String, DataFile> files = new TreeMap<>();
    private final SortedSet<String> folders = new TreeSet<>();
    private Closeable archive = () -> {};

    private FileTree(String name) {
        this.name = name;
    }

    /**
     * Lists a folder or reads an archive. Files of folders and zip archives are read only when asked for, and a zip
     * archive stays open until the tree is closed.
     *
     * @throws DataException if there is no such path, it is no archive, damaged or may not be read
     */
    static FileTree open(Path path) {
        if (!Files.exists(path)) {
            throw new DataException(
                    path + " does not exist; give an existing folder or archive, or " + Datasets.SYNTHETIC);
        }
        FileTree tree = new FileTree(path.toString());
        try {
            if (Files.isDirectory(path)) {
                tree.addFolder(path);
            } else if (startsWith(path, GZIP)) {
                tree.addTar(path);
            } else if (startsWith(path, ZIP)) {
                tree.addZip(path);
            } else {
                throw new DataException(path + " is no archive; give a folder, a .tar.gz or a .zip");
            }
            return tree;
        } catch (IOException failure) {
            throw DataException.unreadable(path, failure);
        }
    }

    private static boolean startsWith(Path path, byte[] magic) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return Arrays.equals(stream.readNBytes(magic.length), magic);
        }
    }

    private void addFolder(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            paths.skip(1).forEach(path -> {
                String inside = root.relativize(path).toString().replace('\\', '/');
                add(inside, Files.isDirectory(path), new DataFile(path.toString(), () -> Files.readAllBytes(path)));
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private void addTar(Path path) throws IOException {
        try (InputStream gzip =
                        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(path), BUFFER), BUFFER);
                TarArchiveInputStream tar = new TarArchiveInputStream(gzip)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                byte[] content = entry.isFile() && wanted(entry.getName()) ? tar.readAllBytes() : new byte[0];
                add(entry.getName(), entry.isDirectory(), new DataFile(entry.getName() + " in " + path, () -> content));
            }
            checkRest(gzip);
        }
    }

    /** Reads on to the end, where the checksum of all content stands. */
    private static void checkRest(InputStream gzip) throws IOException {
        gzip.transferTo(OutputStream.nullOutputStream());
    }

    private void addZip(Path path) throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        archive = zip;
        zip.stream()
                .forEach(entry -> add(
                        entry.getName(),
                        entry.isDirectory(),
                        new DataFile(entry.getName() + " in " + path, () -> content(zip, entry))));
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] content = stream.readAllBytes();
            CRC32 checksum = new CRC32();
            checksum.update(content);
            if (checksum.getValue() != entry.getCrc()) {
                throw new ZipException("its checksum is wrong; copy or download the archive again");
            }
            return content;
        }
    }

    private void add(String path, boolean folder, DataFile file) {
        List<String> names = Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        if (names.stream().anyMatch(part -> part.startsWith(".") || part.equals("__MACOSX"))) {
            return;
        }
        for (int depth = 1; depth < names.size() + (folder ? 1 : 0); depth++) {
            folders.add(String.join("/", names.subList(0, depth)));
        }
        if (!folder && wanted(path)) {
            files.put(String.join("/", names), file);
        }
    }

    private static boolean wanted(String path) {
        return isImage(path) || CIFAR.stream().anyMatch(path::endsWith);
    }

    /** Whether a file is an image by its name. */
    static boolean isImage(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return IMAGES.stream().anyMatch(lower::endsWith);
    }

    /** The path of the folder or archive, for messages. */
    String name() {
        return name;
    }

    /** All files by path. */
    SortedMap<String, DataFile> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The paths of all folders, empty ones included. */
    SortedSet<String> folders() {
        return Collections.unmodifiableSortedSet(folders);
    }

    @Override
    public void close() {
        try {
            archive.close();
        } catch (IOException failure) {
            throw DataException.unreadable(name, failure);
        }
    }
}
