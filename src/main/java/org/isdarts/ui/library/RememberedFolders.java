package org.isdarts.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.collections.ObservableList;
import org.isdarts.ui.remembered.Remembered;

/** The folders added to a library, listed again at the next start. */
public final class RememberedFolders {
    private static final String FOLDERS = "folders";
    private static final String RECENT = "recent";

    private RememberedFolders() {}

    /**
     * Adds the folders of earlier starts, and remembers from now on which are added and taken away.
     *
     * @param folders the listed folders; the first is always there and not remembered
     */
    public static void keep(ObservableList<Path> folders, Remembered store) {
        folders.addAll(of(store, FOLDERS));
        folders.addListener((Observable changed) ->
                store.keep(Map.of(FOLDERS, text(folders.stream().skip(1)))));
    }

    /** Adds the folders opened in earlier starts, and remembers from now on which are. */
    public static void keepRecent(ObservableList<Path> recent, Remembered store) {
        recent.addAll(of(store, RECENT));
        recent.addListener((Observable changed) -> store.keep(Map.of(RECENT, text(recent.stream()))));
    }

    private static String text(Stream<Path> folders) {
        return folders.map(Path::toString).collect(Collectors.joining("\n"));
    }

    private static List<Path> of(Remembered store, String key) {
        return store.all()
                .getOrDefault(key, "")
                .lines()
                .filter(line -> !line.isEmpty())
                .map(Path::of)
                .toList();
    }
}
