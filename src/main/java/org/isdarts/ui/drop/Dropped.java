package org.isdarts.ui.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.isdarts.run.RunFolder;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.text.TextFile;

/**
 * What something is that is dragged onto the window.
 *
 * @param kind what it is to the window
 * @param paths the files and folders; none for text
 * @param words what a drop does or, of {@link Kind#OTHER}, why it does nothing
 */
public record Dropped(Kind kind, List<Path> paths, String words) {
    private static final int LARGEST_TEXT_MB = 1;
    private static final int DEPTH = 4;
    private static final int LOOKED_AT = 2_000;
    private static final List<String> ARCHIVES = List.of(".tar.gz", ".tgz", ".tar", ".zip");
    private static final List<String> TABLES = List.of(".csv", ".tsv");
    private static final List<String> IMAGES = List.of(".png", ".jpg", ".jpeg");
    private static final List<String> BINARIES = List.of(".bin");
    private static final String DROPPABLE =
            "drop a run folder, several of them, a sweep, a genotype, a benchmark table, a folder or an archive of images,"
                    + " or an image";

    /** What can be dropped. */
    public enum Kind {
        /** A run folder. */
        RUN,
        /** Several run folders. */
        RUNS,
        /** The folder of a sweep. */
        SWEEP,
        /** A file that holds a genotype. */
        GENOTYPE,
        /** A text that holds one. */
        GENOTYPE_TEXT,
        /** A folder or an archive of images. */
        IMAGES,
        /** A single image. */
        IMAGE,
        /** A benchmark table. */
        TABLE,
        /** Nothing the window can use. */
        OTHER
    }

    /** What files and folders are. */
    public static Dropped of(List<Path> paths) {
        if (paths.size() == 1) {
            Path path = paths.get(0);
            return Files.isDirectory(path) ? ofFolder(path) : ofFile(path);
        }
        return !paths.isEmpty() && paths.stream().allMatch(RunFolder::isRun)
                ? new Dropped(Kind.RUNS, paths, "Compare these " + paths.size() + " runs")
                : other(paths, "Several things can be dropped only if all are run folders");
    }

    /** What a text is. */
    public static Dropped ofText(String text) {
        return holdsGenotype(text)
                ? new Dropped(Kind.GENOTYPE_TEXT, List.of(), "Draw the genotype in this text")
                : other(List.of(), "This text holds no genotype");
    }

    private static Dropped ofFolder(Path folder) {
        if (RunFolder.isRun(folder)) {
            return new Dropped(Kind.RUN, List.of(folder), "Open the run " + folder.getFileName());
        }
        if (Files.isRegularFile(folder.resolve(SweepFolder.FILE))) {
            return new Dropped(Kind.SWEEP, List.of(folder), "Open the sweep " + folder.getFileName());
        }
        return holdsImages(folder)
                ? images(folder)
                : other(List.of(folder), name(folder) + " holds neither a run, nor a sweep, nor images");
    }

    private static Dropped images(Path path) {
        return new Dropped(Kind.IMAGES, List.of(path), "Search on the images in " + name(path));
    }

    private static Dropped ofFile(Path file) {
        if (ends(file, ARCHIVES)) {
            return images(file);
        }
        if (ends(file, TABLES)) {
            return new Dropped(Kind.TABLE, List.of(file), "Rank genotypes by the table " + name(file));
        }
        if (ends(file, IMAGES)) {
            return new Dropped(Kind.IMAGE, List.of(file), "Classify " + name(file) + " by a trained network");
        }
        if (ends(file, BINARIES)) {
            return other(List.of(file), name(file) + " is one file of images; drop the folder it is in");
        }
        try {
            return holdsGenotype(TextFile.read(file, LARGEST_TEXT_MB))
                    ? new Dropped(Kind.GENOTYPE, List.of(file), "Draw the genotype in " + name(file))
                    : other(List.of(file), name(file) + " holds no genotype");
        } catch (IOException noText) {
            return other(List.of(file), name(file) + " cannot be opened here");
        }
    }

    private static Dropped other(List<Path> paths, String why) {
        return new Dropped(Kind.OTHER, paths, why + ": " + DROPPABLE);
    }

    /** One that cannot be read is still one: its window says what is wrong. */
    private static boolean holdsGenotype(String text) {
        try {
            return GenotypeReader.find(text).isPresent();
        } catch (IllegalArgumentException wrong) {
            return true;
        }
    }

    /** Whether there is an image among the first files; in a large folder whatever comes first decides. */
    private static boolean holdsImages(Path folder) {
        try (Stream<Path> inside = Files.walk(folder, DEPTH)) {
            return inside.limit(LOOKED_AT).anyMatch(file -> ends(file, IMAGES) || ends(file, BINARIES));
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    private static boolean ends(Path file, List<String> endings) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    private static String name(Path path) {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }
}
