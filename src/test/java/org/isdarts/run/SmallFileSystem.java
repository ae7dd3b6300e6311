package org.isdarts.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of a few kilobytes in memory, which only root can make. */
final class SmallFileSystem implements AutoCloseable {
    private final Path path;

    /** Mounts it, or skips the test where that is not allowed. */
    SmallFileSystem(Path path, int kilobytes) {
        this.path = path;
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", path.toString()),
                "needs the right to mount a file system");
    }

    void enlarge(int kilobytes) {
        assumeTrue(succeeds("mount", "-o", "remount,size=" + kilobytes + "k", path.toString()), "cannot remount");
    }

    void makeReadOnly() {
        assumeTrue(succeeds("mount", "-o", "remount,ro", path.toString()), "cannot remount");
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        succeeds("umount", path.toString());
    }
}
