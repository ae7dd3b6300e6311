package org.isdarts.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Real runs of schema 1, recorded before there was another: {@code nas-bench-201-finished}, {@code darts-finished} and,
 * stopped after its first epoch, {@code nas-bench-201-stopped}.
 */
public final class FirstSchemaRuns {
    private FirstSchemaRuns() {}

    /** Puts the runs into a folder. */
    public static void copyTo(Path folder) {
        try (ZipInputStream runs = new ZipInputStream(FirstSchemaRuns.class.getResourceAsStream("schema-1-runs.zip"))) {
            for (ZipEntry entry = runs.getNextEntry(); entry != null; entry = runs.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.write(file, runs.readAllBytes());
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
