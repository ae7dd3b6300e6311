package org.isdarts.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The files of a dataset by their path from its root, names separated by {@code /}, in alphabetical order: out of a
 * folder, a tar archive, gzipped or not, or a zip archive, told apart by their first bytes. Hidden files are left out. What
 * is neither an image nor can belong to CIFAR's binary layout is listed apart.
 */
final class FileTree implements Closeable {
    private static final List<String> IMAGES = List.of(".png", ".jpg", ".jpeg", ".jpe", ".jfif");
    /** Ending of CIFAR's binary files. */
    private static final String BINARY = ".bin";

    private static final List<String> OTHERS_READ = List.of(BINARY, ".txt");
    private static final int BUFFER = 1 << 16;

    /** So many files without images among them are somebody's home and no dataset; to list the rest would take long. */
    private static final int MOST_WITHOUT_IMAGES = 20_000;

    /** A name that was not UTF-8 holds this. */
    private static final char NOT_DECODED = '\ufffd';

    private int outside;
    private boolean hasImages;
    private final String name;
    private final SortedMap<String, DataFile> files = new TreeMap<>();
    private final SortedSet<String> folders = new TreeSet<>();
    private final SortedSet<String> others = new TreeSet<>();
    private Closeable archive = () -> {};

    private FileTree(String name) {
        this.name = name;
    }

    /**
     * Lists a folder or reads an archive. Files of folders and zip archives are read only when asked for, and a zip
     * archive stays open until the tree is closed.
     *
     * @throws DataException if there is no such path, it is no archive, damaged or may not be read, or two of its files
     *     have one name
     */
    static FileTree open(Path path) {
        if (!Files.exists(path)) {
            throw new DataException(path + " does not exist; give an existing folder or archive");
        }
        FileTree tree = new FileTree(path.toString());
        try {
            if (Files.isDirectory(path)) {
                tree.addFolder(path);
            } else if (Files.isRegularFile(path)) {
                tree.addArchive(path);
            } else {
                throw new DataException(path + " is a pipe or a device; give a folder or an archive that is a file");
            }
            return tree;
        } catch (IOException failure) {
            throw DataException.unreadable(path, failure);
        }
    }

    private void addArchive(Path path) throws IOException {
        switch (ArchiveKind.of(path)) {
            case GZIP -> {
                try (InputStream gzip =
                        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(path), BUFFER), BUFFER)) {
                    addTar(gzip, path);
                }
            }
            case TAR -> {
                try (InputStream tar = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
                    addTar(tar, path);
                }
            }
            case ZIP -> {
                ZipContent zip = opened(path);
                archive = zip;
                zip.addTo(this);
            }
            default -> throw ArchiveKind.of(path).refused(path);
        }
    }

    /** Its list of files stands at the end of a zip archive. */
    private static ZipContent opened(Path path) throws IOException {
        try {
            return ZipContent.open(path);
        } catch (ZipException cut) {
            throw new DataException(
                    path + " is damaged or not whole: its list of files is missing; copy or download it again", cut);
        }
    }

    private void addFolder(Path root) throws IOException {
        String start = root.toUri().getPath();
        try (Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            paths.skip(1).forEach(path -> {
                // The URI holds the bytes of the name, which the locale may not be able to decode.
                String inside = path.toUri().getPath().substring(start.length());
                if (Files.isDirectory(path)) {
                    addFolder(inside);
                } else {
                    add(inside, new DataFile(path.toString(), new DataFile.Ordinary(path)));
                }
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private void addTar(InputStream stream, Path path) throws IOException {
        new TarContent(path, stream).addTo(this);
        // Reads on to the end, where the checksum of all content stands.
        stream.transferTo(OutputStream.nullOutputStream());
    }

    /** Lists a folder. */
    void addFolder(String path) {
        List<String> names = names(path);
        if (!isHidden(names)) {
            addFolders(names, names.size());
        }
    }

    /**
     * Lists a file.
     *
     * @throws DataException if there is one of that name, its name cannot be decoded, or it is one of very many that are
     *     no images
     */
    void add(String path, DataFile file) {
        List<String> names = names(path);
        if (isHidden(names)) {
            outside += names.contains("..") && isRead(path) ? 1 : 0;
            return;
        }
        String inside = String.join("/", names);
        if (inside.indexOf(NOT_DECODED) >= 0) {
            throw new DataException(
                    "the name of " + file.description() + " is not UTF-8; rename the file or its folders");
        }
        addFolders(names, names.size() - 1);
        expectImages(inside);
        if (!isRead(inside)) {
            others.add(inside);
        } else if (files.put(inside, file) != null) {
            throw new DataException(
                    "there are two files of the name " + inside + " in " + name + "; rename or remove one");
        }
    }

    private void expectImages(String path) {
        hasImages |= isImage(path) || path.endsWith(BINARY);
        if (!hasImages && files.size() + others.size() >= MOST_WITHOUT_IMAGES) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "none of the first %,d files of %s is an image; give the folder that holds the class folders",
                    MOST_WITHOUT_IMAGES,
                    name));
        }
    }

    private void addFolders(List<String> names, int most) {
        for (int depth = 1; depth <= most; depth++) {
            folders.add(String.join("/", names.subList(0, depth)));
        }
    }

    private static List<String> names(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    private static boolean isHidden(List<String> names) {
        return names.isEmpty() || names.stream().anyMatch(part -> part.startsWith(".") || part.equals("__MACOSX"));
    }

    /** Whether a file of that name can matter. */
    static boolean isRead(String path) {
        return isImage(path) || OTHERS_READ.stream().anyMatch(path::endsWith);
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

    /** How many images would lie outside the folder or archive by their names, and are not read. */
    int outside() {
        return outside;
    }

    /** All files that can matter, by path. */
    SortedMap<String, DataFile> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The paths of all other files that are not hidden. */
    SortedSet<String> others() {
        return Collections.unmodifiableSortedSet(others);
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
