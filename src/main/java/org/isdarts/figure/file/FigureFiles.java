package org.isdarts.figure.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.io.AtomicFile;

/** Writes figures to files. */
public final class FigureFiles {
    /** Pixels an inch that print well. */
    public static final int PRINT_DPI = 300;

    /** The file of captions beside figures. */
    public static final String CAPTIONS = "captions.txt";

    private FigureFiles() {}

    /**
     * Writes a figure in the format its file's name ends with, whole or not at all.
     *
     * @param dpi pixels an inch, for {@code .png}
     * @throws FigureException if the name has no known ending, or the resolution is none
     */
    public static void write(Figure figure, Path file, int dpi) throws IOException {
        AtomicFile.write(file, encode(figure, file, dpi));
    }

    /**
     * What a figure's file holds, in the format its name ends with.
     *
     * @param dpi pixels an inch, for {@code .png}
     * @throws FigureException if the name has no known ending, or the resolution is none
     */
    public static byte[] encode(Figure figure, Path file, int dpi) throws IOException {
        return format(file).encode(figure, dpi);
    }

    /**
     * Writes figures in one format, and their captions, into a folder, which is made if it is missing.
     *
     * @param figures by the names of their files, without an ending
     * @param dpi pixels an inch, for {@link FigureFormat#PNG}
     */
    public static void writeAll(Map<String, Figure> figures, Path folder, FigureFormat format, int dpi)
            throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Figure> figure : figures.entrySet()) {
            write(figure.getValue(), folder.resolve(figure.getKey() + format.ending()), dpi);
        }
        AtomicFile.write(folder.resolve(CAPTIONS), captions(figures).getBytes(StandardCharsets.UTF_8));
    }

    /** The captions of figures, a paragraph for each that begins with its name. */
    public static String captions(Map<String, Figure> figures) {
        return figures.entrySet().stream()
                .map(figure -> figure.getKey() + ": " + figure.getValue().caption() + "\n")
                .collect(Collectors.joining("\n"));
    }

    /**
     * The format a file's name asks for.
     *
     * @throws FigureException if the name has no known ending
     */
    public static FigureFormat format(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(FigureFormat.values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElseThrow(() -> new FigureException("cannot tell what to write as " + file.getFileName()
                        + "; let its name end with "
                        + Arrays.stream(FigureFormat.values())
                                .map(FigureFormat::ending)
                                .collect(Collectors.joining(", "))));
    }
}
