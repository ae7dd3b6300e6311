package org.isdarts.data;

import java.io.IOException;

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
