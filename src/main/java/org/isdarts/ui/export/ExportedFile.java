package org.isdarts.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Something that is written to a file, and what lies beside it.
 *
 * @param title what it is
 * @param help what it is for, in a sentence
 * @param ending of its file's name, with the dot
 * @param content makes the files
 */
record ExportedFile(String title, String help, String ending, Content content) {
    /** Makes what goes into the files. */
    interface Content {
        /**
         * The files.
         *
         * @param file where the user wants it
         */
        Map<Path, byte[]> files(Path file) throws IOException;
    }

    /** Makes what goes into one file. */
    interface Bytes {
        byte[] bytes() throws IOException;
    }

    /** Something that is one file. */
    static ExportedFile single(String title, String help, String ending, Bytes bytes) {
        return new ExportedFile(title, help, ending, file -> Map.of(file, bytes.bytes()));
    }
}
