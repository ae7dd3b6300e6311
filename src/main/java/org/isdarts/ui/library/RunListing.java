package org.isdarts.ui.library;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.UnreadableRun;

/** Lists the runs of some folders. A log is read once, to know whether it is whole. */
public final class RunListing {
    private RunListing() {}

    /** The runs in all these folders, the newest first. Folders that are missing or cannot be listed hold none. */
    public static List<RunRow> of(List<Path> folders) {
        return of(folders, unreadable -> {});
    }

    /**
     * The runs in all these folders, the newest first.
     *
     * @param unreadable told the runs that cannot be read
     */
    static List<RunRow> of(List<Path> folders, Consumer<UnreadableRun> unreadable) {
        return folders.stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> list(folder, unreadable).stream())
                .sorted(Comparator.comparingLong(
                                (RunFolder run) -> run.manifest().started())
                        .reversed())
                .map(RunRow::of)
                .toList();
    }

    private static List<RunFolder> list(Path folder, Consumer<UnreadableRun> unreadable) {
        try {
            return RunFolder.list(folder, unreadable);
        } catch (RunException | UncheckedIOException unlisted) {
            return List.of();
        }
    }
}
