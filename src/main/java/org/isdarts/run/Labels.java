package org.isdarts.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.isdarts.io.AtomicFile;

/**
 * What people call a run: kept in {@code labels.json} beside what the search itself wrote, and free to change at any time.
 *
 * @param title name shown instead of the folder's; empty for none
 * @param tags words to find the run by
 * @param note anything else; empty for none
 * @param pinned whether it is listed before others
 */
public record Labels(String title, List<String> tags, String note, boolean pinned) {
    /** Of a run nobody has labeled. */
    public static final Labels NONE = new Labels("", List.of(), "", false);

    /** The file in the run folder. */
    public static final String FILE = "labels.json";

    /** What a file leaves out is empty. */
    public Labels {
        title = Objects.requireNonNullElse(title, "").strip();
        tags = tags == null
                ? List.of()
                : tags.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
        note = Objects.requireNonNullElse(note, "").strip();
    }

    /** Of a run that is not pinned. */
    public Labels(String title, List<String> tags, String note) {
        this(title, tags, note, false);
    }

    /** The same, pinned or not. */
    public Labels pinned(boolean other) {
        return new Labels(title, tags, note, other);
    }

    /** The same with other tags. */
    public Labels tagged(List<String> other) {
        return new Labels(title, other, note, pinned);
    }

    /** What a run is called: its title, or the name of its folder where nobody gave it one. */
    public static String nameOf(Path run) {
        String title = of(run).title();
        return title.isEmpty() ? run.toAbsolutePath().normalize().getFileName().toString() : title;
    }

    /** The labels of a run; {@link #NONE} where there are none or they cannot be read. */
    public static Labels of(RunFolder run) {
        return of(run.path());
    }

    private static Labels of(Path run) {
        Path file = run.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            return Objects.requireNonNullElse(RunJson.MAPPER.readValue(file.toFile(), Labels.class), NONE);
        } catch (IOException damaged) {
            return NONE;
        }
    }

    /**
     * Gives a run these labels instead of those it has.
     *
     * @throws RunException if the folder cannot be written
     */
    public void writeTo(RunFolder run) {
        Path file = run.path().resolve(FILE);
        try {
            AtomicFile.write(file, RunJson.MAPPER.writeValueAsBytes(this));
        } catch (IOException failed) {
            throw new RunException(file + " cannot be written: " + WriteFailure.reason(failed), failed);
        }
    }
}
