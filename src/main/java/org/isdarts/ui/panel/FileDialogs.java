package org.isdarts.ui.panel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Asks the user for a file or a folder; empty where they changed their mind. */
public final class FileDialogs {
    private static Desktop desktop = new NativeDialogs();

    private FileDialogs() {}

    /** What shows the dialogs and waits for the answer; null for none. */
    public interface Desktop {
        /** A folder that is there. */
        File folder(DirectoryChooser chooser, Window owner);

        /** A file that is there. */
        File toOpen(FileChooser chooser, Window owner);

        /** A file to be written. */
        File toSave(FileChooser chooser, Window owner);
    }

    /**
     * Has something else answer than the desktop's own dialogs, which no program can answer for the user.
     *
     * @return what answered so far
     */
    public static Desktop answeredBy(Desktop other) {
        Desktop former = desktop;
        desktop = other;
        return former;
    }

    /** A folder, looked for from this computer's usual place on. */
    public static Optional<Path> folder(Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(desktop.folder(chooser, owner));
    }

    /** A folder, looked for from another one on where that is there. */
    public static Optional<Path> folder(Window owner, String title, Path from) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (from.toFile().isDirectory()) {
            chooser.setInitialDirectory(from.toAbsolutePath().toFile());
        }
        return path(desktop.folder(chooser, owner));
    }

    /** A file to read, of one of these kinds; of any kind where none is named. */
    public static Optional<Path> toOpen(Window owner, String title, ExtensionFilter... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(kinds);
        return path(desktop.toOpen(chooser, owner));
    }

    /**
     * A place to write a file to, of one of these kinds, by default under this name. A name that ends as none of them
     * does gets the ending of the chosen kind; where a file of that name is there, the user is asked again.
     *
     * @param kinds at least one, each with the pattern of one ending
     */
    public static Optional<Path> toSave(Window owner, String name, ExtensionFilter... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save as");
        chooser.getExtensionFilters().addAll(kinds);
        chooser.setSelectedExtensionFilter(kinds[0]);
        chooser.setInitialFileName(name.replaceAll("[^\\p{L}\\p{N}._ -]", "_"));
        return toSave(chooser, owner);
    }

    private static Optional<Path> toSave(FileChooser chooser, Window owner) {
        Optional<Path> chosen = path(desktop.toSave(chooser, owner));
        Optional<Path> whole = chosen.map(file -> withEnding(file, chooser));
        if (whole.equals(chosen) || Files.notExists(whole.get())) {
            return whole;
        }
        chooser.setInitialDirectory(whole.get().toAbsolutePath().getParent().toFile());
        chooser.setInitialFileName(whole.get().getFileName().toString());
        return toSave(chooser, owner);
    }

    private static Path withEnding(Path file, FileChooser chooser) {
        String name = file.getFileName().toString();
        boolean known = chooser.getExtensionFilters().stream()
                .anyMatch(kind -> name.toLowerCase(Locale.ROOT).endsWith(ending(kind)));
        return known ? file : file.resolveSibling(name + ending(chooser.getSelectedExtensionFilter()));
    }

    private static String ending(ExtensionFilter kind) {
        return kind.getExtensions().get(0).substring(1);
    }

    private static Optional<Path> path(File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    private static final class NativeDialogs implements Desktop {
        @Override
        public File folder(DirectoryChooser chooser, Window owner) {
            return keepingMaximized(owner, () -> chooser.showDialog(owner));
        }

        @Override
        public File toOpen(FileChooser chooser, Window owner) {
            return keepingMaximized(owner, () -> chooser.showOpenDialog(owner));
        }

        @Override
        public File toSave(FileChooser chooser, Window owner) {
            return keepingMaximized(owner, () -> chooser.showSaveDialog(owner));
        }

        /** Some window managers do not leave a window maximized while a dialog waits over it. */
        private static File keepingMaximized(Window owner, Supplier<File> dialog) {
            boolean maximized = owner instanceof Stage stage && stage.isMaximized();
            File chosen = dialog.get();
            if (maximized) {
                ((Stage) owner).setMaximized(true);
            }
            return chosen;
        }
    }
}
