package org.isdarts.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The lock that a process holds on a folder: on a run's while it writes the run, on a queue's while it runs the queue.
 *
 * <p>POSIX systems drop a process's locks on a file as soon as it closes any channel to that file. So a process
 * remembers which locks it holds, and never opens the file of one of them again.
 */
public final class RunLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = new HashSet<>();
    private static final int TRIALS = 50;
    private static final long BETWEEN_TRIALS_NANOSECONDS = 10_000_000;

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock of a folder; empty if it is held, in this or another process. */
    public static Optional<RunLock> take(Path run) throws IOException {
        synchronized (HELD_HERE) {
            Path file = existing(run.resolve(RunFolder.LOCK)).toRealPath();
            if (HELD_HERE.contains(file)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                return Optional.empty();
            }
            HELD_HERE.add(file);
            return Optional.of(new RunLock(file, channel));
        }
    }

    /**
     * Whoever searches holds it alone, and is told from those who only look: they share it, for a moment, after which
     * the next trial finds it free.
     */
    private static boolean locked(FileChannel channel) throws IOException {
        for (int trial = 0; trial < TRIALS; trial++) {
            if (channel.tryLock() != null) {
                return true;
            }
            try (FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
                if (shared == null) {
                    return false;
                }
            }
            LockSupport.parkNanos(BETWEEN_TRIALS_NANOSECONDS);
        }
        return false;
    }

    private static Path existing(Path file) throws IOException {
        try {
            return Files.createFile(file);
        } catch (FileAlreadyExistsException there) {
            return file;
        }
    }

    /** Whether a process holds the lock of a folder. */
    public static boolean isHeld(Path run) {
        synchronized (HELD_HERE) {
            Path file = run.resolve(RunFolder.LOCK);
            try {
                if (!Files.exists(file)) {
                    return false;
                }
                if (HELD_HERE.contains(file.toRealPath())) {
                    return true;
                }
                // Shared, for which reading is enough: the run may be another user's.
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
                    return lock == null;
                }
            } catch (OverlappingFileLockException reachedByAnotherPath) {
                return true;
            } catch (IOException unknown) {
                // Not even to be read: whether anybody writes it is unknown.
                return false;
            }
        }
    }

    /** Takes the lock from a process that is given up, which may stand still or never end: what it holds is a lock no more. */
    static void breakOn(Path run) throws IOException {
        Files.deleteIfExists(run.resolve(RunFolder.LOCK));
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
