package org.isdarts.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.io.AtomicFile;
import org.isdarts.run.WriteFailure;

/** The files of an export: none is written if one of them exists that must not be replaced, and each is written whole. */
final class ExportedFiles {
    private final Map<Path, Content> files = new LinkedHashMap<>();

    /** Makes what goes into a file. */
    interface Content {
        byte[] bytes() throws IOException;
    }

    void add(Path file, Content content) {
        files.put(file, content);
    }

    /**
     * Writes them, and names each.
     *
     * @param overwrite whether files that exist are replaced
     * @param out told which were written
     * @throws UserMistake if one exists or cannot be written
     */
    void write(boolean overwrite, PrintWriter out) {
        files.keySet().stream().filter(Files::isDirectory).findFirst().ifPresent(folder -> {
            throw new UserMistake(folder + " is a folder; give the name of a file");
        });
        files.keySet().stream()
                .filter(file -> !overwrite && Files.exists(file))
                .findFirst()
                .ifPresent(file -> {
                    throw new UserMistake(file + " exists already; give another name or add --overwrite");
                });
        files.forEach((file, content) -> {
            write(file, content);
            out.println("wrote " + file);
            out.flush();
        });
    }

    private static void write(Path file, Content content) {
        try {
            AtomicFile.write(file, content.bytes());
        } catch (IOException failed) {
            throw new UserMistake("cannot write " + file + " (" + WriteFailure.reason(failed)
                    + "); give a file in a folder that can be written");
        }
    }
}
