package org.isdarts.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import org.isdarts.ui.remembered.Remembered;

/** The folders added to a library, listed again at the next start. */
public final class RememberedFolders {
    private static final String FOLDERS = "folders";

    private RememberedFolders() {}

    /**
     * Adds the folders of earlier starts, and remembers from now on which are added and taken away.
     *
     * @param folders the listed folders; the first is always there and not remembered
     */
    public static void keep(ObservableList<Path> folders, Remembered store) {
        folders.addAll(of(store));
        folders.addListener((Observable changed) -> store.keep(
                Map.of(FOLDERS, folders.stream().skip(1).map(Path::toString).collect(Collectors.joining("\n")))));
    }

    private static List<Path> of(Remembered store) {
        return store.all()
                .getOrDefault(FOLDERS, "")
                .lines()
                .filter(line -> !line.isEmpty())
                .map(Path::of)
                .toList();
    }
}
