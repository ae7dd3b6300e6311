package org.isdarts.ui.panel;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** A desktop whose user types these names, one after another, wherever a file is to be saved. */
public final class SavedAs implements FileDialogs.Desktop {
    private final Deque<Path> typed;

    public SavedAs(Path... typed) {
        this.typed = new ArrayDeque<>(List.of(typed));
    }

    @Override
    public File folder(DirectoryChooser chooser, Window owner) {
        return null;
    }

    @Override
    public File toOpen(FileChooser chooser, Window owner) {
        return null;
    }

    @Override
    public File toSave(FileChooser chooser, Window owner) {
        return typed.isEmpty() ? null : typed.remove().toFile();
    }
}
