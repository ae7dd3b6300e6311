package org.isdarts.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that readers see the old one or the whole new one and never a part: written beside, then moved into
 * place.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** What goes into the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream stream) throws IOException;
    }

    /** Writes these bytes, forced to the disk. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, stream -> stream.write(bytes));
    }

    /** Writes what {@code content} says, forced to the disk. */
    public static void write(Path file, Content content) throws IOException {
        write(file, file.resolveSibling(file.getFileName() + ".part"), content);
    }

    /**
     * Writes what {@code content} says, forced to the disk.
     *
     * @param beside the file it is written into first, in the same folder; no other process may write there
     */
    public static void write(Path file, Path beside, Content content) throws IOException {
        moveIntoPlace(file, beside, channel -> {
            writeTo(channel, content);
            channel.force(true);
        });
    }

    /**
     * Writes what can be told from other files if the machine crashes before the system has brought it to the disk, and is
     * written so often that waiting for the disk would cost.
     *
     * @param beside the file it is written into first, in the same folder; no other process may write there
     */
    public static void writeRestorable(Path file, Path beside, Content content) throws IOException {
        moveIntoPlace(file, beside, channel -> writeTo(channel, content));
    }

    /** What is done with a file before it is moved into place. */
    @FunctionalInterface
    private interface Filling {
        void fill(FileChannel channel) throws IOException;
    }

    private static void writeTo(FileChannel channel, Content content) throws IOException {
        OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(stream);
        stream.flush();
    }

    private static void moveIntoPlace(Path file, Path beside, Filling filling) throws IOException {
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                filling.fill(channel);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            Files.deleteIfExists(beside);
            throw failed;
        }
    }
}
