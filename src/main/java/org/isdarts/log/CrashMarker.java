package org.isdarts.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that lies in a folder while a process runs. One whose process is gone tells that it crashed or was killed, and where Java
 * left its report of a crash.
 */
public final class CrashMarker {
    private static final String PREFIX = "running-";

    private final Path file;

    private CrashMarker(Path file) {
        this.file = file;
    }

    /**
     * Removes the markers that crashed processes left, and moves their reports into the folder.
     *
     * @return whether there were any
     */
    public static boolean takeCrashed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> left = files.filter(CrashMarker::isLeft).toList();
            for (Path marker : left) {
                CrashReport.bring(
                        Files.readAllLines(marker).stream().map(Path::of).toList(), folder);
                Files.deleteIfExists(marker);
            }
            return !left.isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Marks that this process runs. A folder that cannot be written to holds no marker. */
    public static CrashMarker begin(Path folder) {
        Path file = folder.resolve(PREFIX + ProcessHandle.current().pid());
        try {
            Files.createDirectories(folder);
            Files.write(file, CrashReport.places().stream().map(Path::toString).toList());
        } catch (IOException unwritable) {
            // Then the next start has nothing to offer, which is no reason to refuse this one.
        }
        return new CrashMarker(file);
    }

    /** Marks that it ended as it should. */
    public void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unwritable) {
            // As above.
        }
    }

    private static boolean isLeft(Path file) {
        String name = file.getFileName().toString();
        return name.matches(PREFIX + "\\d+")
                && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length())))
                        .filter(ProcessHandle::isAlive)
                        .filter(process ->
                                process.pid() != ProcessHandle.current().pid())
                        .isEmpty();
    }
}
