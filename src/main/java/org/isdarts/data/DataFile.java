package org.isdarts.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a dataset.
 *
 * @param description what to call it in a message
 * @param content reads it whole
 */
record DataFile(String description, Content content) {
    /** Where the bytes come from. */
    interface Content {
        byte[] read() throws IOException;

        /** At most so many bytes from the beginning; all where that is not less work. */
        default byte[] start(int most) throws IOException {
            return read();
        }
    }

    /** An ordinary file of the file system. */
    record Ordinary(Path path) implements Content {
        @Override
        public byte[] read() throws IOException {
            return FileLimits.read(path);
        }

        @Override
        public byte[] start(int most) throws IOException {
            FileLimits.requireOrdinary(path);
            try (InputStream stream = Files.newInputStream(path)) {
                return stream.readNBytes(most);
            }
        }
    }

    /** This file as if it ended after so many bytes. */
    DataFile start(int most) {
        return new DataFile(description, () -> content.start(most));
    }

    /**
     * The whole file.
     *
     * @throws DataException if it cannot be read
     */
    byte[] read() {
        try {
            return content.read();
        } catch (IOException failure) {
            throw DataException.unreadable(description, failure);
        }
    }
}
