package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    private Path run;

    private RunLock taken() throws IOException {
        return RunLock.take(run).orElseThrow();
    }

    @Test
    void isHeldFromTakingToClosing() throws IOException {
        try (RunLock lock = taken()) {
            assertThat(lock).isNotNull();
            assertThat(RunLock.isHeld(run)).isTrue();
            assertThat(RunLock.take(run)).isEmpty();
        }
        assertThat(RunLock.isHeld(run)).isFalse();
    }

    @Test
    void isHeldAlsoWhenTheFolderIsReachedByAnotherPath(@TempDir Path elsewhere) throws IOException {
        Path other = Files.createDirectories(elsewhere.resolve("other"));
        try (RunLock lock = taken()) {
            assertThat(lock).isNotNull();
            Files.createLink(other.resolve(RunFolder.LOCK), run.resolve(RunFolder.LOCK));
            assertThat(RunLock.isHeld(other)).isTrue();
        }
    }

    /** As another process does that asks whether the lock is held. */
    @Test
    void isTakenAlthoughSomebodyJustLooks() throws Exception {
        taken().close();
        Process looking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Looking.class.getName(),
                        run.resolve(RunFolder.LOCK).toString())
                .start();
        assertThat(looking.inputReader().readLine()).isEqualTo("looking");
        try (RunLock lock = taken()) {
            assertThat(lock).isNotNull();
        }
        assertThat(looking.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Holds a shared lock for some milliseconds after it said so. */
    static final class Looking {
        public static void main(String[] arguments) throws Exception {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.READ);
                    FileLock lock = channel.lock(0, Long.MAX_VALUE, true)) {
                System.out.println("looking");
                TimeUnit.MILLISECONDS.sleep(lock.isShared() ? 30 : 10_000);
            }
        }
    }
}
