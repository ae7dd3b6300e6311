package org.isdarts.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file must be so that it can be read into memory. */
final class FileLimits {
    /** No image and no file of CIFAR is larger; CIFAR-100 comes closest, with 154 MB. */
    private static final int MOST_BYTES = 256 << 20;

    private FileLimits() {}

    /** A whole file of the file system. */
    static byte[] read(Path path) throws IOException {
        requireOrdinary(path);
        try (InputStream stream = Files.newInputStream(path)) {
            return read(path.toString(), Files.size(path), stream);
        }
    }

    /** Refuses what would be waited for, such as a named pipe, or never ends, such as a device. */
    static void requireOrdinary(Path path) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new DamagedException(path.toString(), "is a folder, a pipe or a device, not an ordinary file", null);
        }
    }

    /**
     * The rest of a stream.
     *
     * @param stated its bytes, as far as the archive or the file system knows
     * @throws DamagedException if they are too many; also if they turn out to be, whatever was stated
     */
    static byte[] read(String description, long stated, InputStream stream) throws IOException {
        requireSmall(description, stated, MOST_BYTES);
        try {
            byte[] content = stream.readNBytes(MOST_BYTES + 1);
            requireSmall(description, content.length, MOST_BYTES);
            return content;
        } catch (OutOfMemoryError failure) {
            throw new DamagedException(description, "needs more memory than Java has", failure);
        }
    }

    /** Refuses a file of more bytes than may be. */
    static void requireSmall(String description, long bytes, long most) {
        if (bytes > most) {
            throw new DamagedException(
                    description,
                    String.format(Locale.ROOT, "has %,d bytes, more than the %,d that can be read", bytes, most),
                    null);
        }
    }
}
