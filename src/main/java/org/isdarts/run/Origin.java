package org.isdarts.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells of a folder that it is the copy of one that lies elsewhere, and of which. */
public final class Origin {
    private static final String FILE = "copied-from.txt";

    private Origin() {}

    /**
     * Calls a folder a copy.
     *
     * @param place where the other lies, for people
     */
    public static void write(Path folder, String place) throws IOException {
        Files.writeString(folder.resolve(FILE), place);
    }

    /** Where the folder lies that a folder is a copy of; empty if it is none. */
    public static Optional<String> of(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException unreadable) {
            return Optional.of("another folder");
        }
    }
}
