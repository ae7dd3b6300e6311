package org.isdarts.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The lock that a process holds on a run folder while it writes the run.
 *
 * <p>POSIX systems drop a process's locks on a file as soon as it closes any channel to that file. So a process
 * remembers which locks it holds, and never opens the file of one of them again.
 */
final class RunLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock of a folder; empty if it is held, in this or another process. */
    static Optional<RunLock> take(Path run) throws IOException {
        synchronized (HELD_HERE) {
            Path file = existing(run.resolve(RunFolder.LOCK)).toRealPath();
            if (HELD_HERE.contains(file)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            HELD_HERE.add(file);
            return Optional.of(new RunLock(file, channel));
        }
    }

    private static Path existing(Path file) throws IOException {
        try {
            return Files.createFile(file);
        } catch (FileAlreadyExistsException there) {
            return file;
        }
    }

    /** Whether a process holds the lock of a folder. */
    static boolean isHeld(Path run) {
        synchronized (HELD_HERE) {
            Path file = run.resolve(RunFolder.LOCK);
            try {
                if (!Files.exists(file)) {
                    return false;
                }
                if (HELD_HERE.contains(file.toRealPath())) {
                    return true;
                }
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                        FileLock lock = channel.tryLock()) {
                    return lock == null;
                }
            } catch (IOException unknown) {
                // On a read-only file system nobody can write the run either.
                return false;
            }
        }
    }

    /** Gives it back. */
    @Override
    public void close() {
        synchronized (HELD_HERE) {
            HELD_HERE.remove(file);
            try {
                channel.close();
            } catch (IOException leftToTheSystem) {
                // The system releases the lock when the process ends.
            }
        }
    }
}
