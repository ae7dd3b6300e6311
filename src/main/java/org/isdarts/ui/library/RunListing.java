package org.isdarts.ui.library;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;

/** Lists the runs of some folders by their manifests, summaries and labels alone; logs stay unread. */
public final class RunListing {
    private RunListing() {}

    /** The runs in all these folders, the newest first. Folders that are missing or cannot be listed hold none. */
    public static List<RunRow> of(List<Path> folders) {
        return folders.stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> list(folder).stream())
                .sorted(Comparator.comparingLong(
                                (RunFolder run) -> run.manifest().started())
                        .reversed())
                .map(RunRow::of)
                .toList();
    }

    private static List<RunFolder> list(Path folder) {
        try {
            return RunFolder.list(folder);
        } catch (RunException | UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
