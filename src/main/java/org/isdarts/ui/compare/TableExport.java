package org.isdarts.ui.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.isdarts.io.AtomicFile;
import org.isdarts.report.TableFormat;
import org.isdarts.report.TextTable;
import org.isdarts.run.WriteFailure;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.panel.CopiedText;
import org.isdarts.ui.panel.FileDialogs;

/** Copies and saves a table in each of the formats, as entries of a menu. */
public final class TableExport {
    private final String name;
    private final Supplier<TextTable> table;
    private final Supplier<Window> owner;
    private final Consumer<String> told;

    /**
     * The export of a table.
     *
     * @param name of the file, without an ending
     * @param table read when it is exported
     * @param owner the window that asks where to
     * @param told what came of it
     */
    public TableExport(String name, Supplier<TextTable> table, Supplier<Window> owner, Consumer<String> told) {
        this.name = name;
        this.table = table;
        this.owner = owner;
        this.told = told;
    }

    /** An entry with the formats below. */
    public Menu menu(String title) {
        Menu menu = new Menu(title);
        for (TableFormat format : TableFormat.values()) {
            menu.getItems().add(item("Copy as " + format, () -> copy(format)));
        }
        for (TableFormat format : TableFormat.values()) {
            menu.getItems().add(item("Save as " + format + " …", () -> askWhere(format)
                    .ifPresent(file -> save(format, file))));
        }
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void copy(TableFormat format) {
        CopiedText.put(format.of(table.get()));
        told.accept("Copied the " + name + " as " + format);
    }

    private Optional<Path> askWhere(TableFormat format) {
        return FileDialogs.toSave(
                owner.get(), name + format.ending(), new ExtensionFilter(format.label(), "*" + format.ending()));
    }

    /** Writes the table on a thread of its own. */
    void save(TableFormat format, Path file) {
        byte[] bytes = format.of(table.get()).getBytes(StandardCharsets.UTF_8);
        Background.start(
                "save-table",
                cancelled -> {
                    AtomicFile.write(file, bytes);
                    return "Saved " + file;
                },
                told,
                failure -> {
                    if (failure instanceof IOException unwritable) {
                        told.accept("Not saved: " + WriteFailure.reason(unwritable) + "; choose another place");
                    } else {
                        Background.unexpected(failure);
                    }
                });
    }
}
