package org.isdarts.ui.library;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with the runs selected. */
final class RunMenu extends ContextMenu {
    private final RunLibrary library;
    private final MenuItem open;
    private final MenuItem compare;
    private final MenuItem like;
    private final MenuItem rename;
    private final MenuItem tags;
    private final MenuItem note;
    private final MenuItem pin;
    private final MenuItem show;
    private final MenuItem forget;
    private final MenuItem trash;

    RunMenu(RunListView list, RunLibrary library) {
        this.library = library;
        open = item("Open", library::open);
        compare = item("Compare", library::compare);
        like = item("New search like this …", library::searchLike);
        rename = item("Rename …", () -> library.edit(LabelEditor.Part.TITLE));
        tags = item("Tags …", () -> library.edit(LabelEditor.Part.TAGS));
        note = item("Note …", () -> library.edit(LabelEditor.Part.NOTE));
        pin = item("Pin", library::pin);
        show = item("Show folder", library::showFolder);
        forget = item("No longer list its folder", library::forgetFolder);
        trash = item("Move to trash", library::trash);
        getItems().setAll(open, compare, like, rename, tags, note, pin, show, forget, trash);
        setOnShowing(event -> fitToSelection(list.selected()));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Whether every run is pinned. */
    static boolean arePinned(List<RunRow> rows) {
        return rows.stream().allMatch(row -> row.labels().pinned());
    }

    private void fitToSelection(List<RunRow> chosen) {
        List.of(open, like, rename, note, show).forEach(item -> item.setDisable(chosen.size() != 1));
        List.of(tags, pin).forEach(item -> item.setDisable(chosen.isEmpty()));
        tags.setText(chosen.size() > 1 ? "Add tags …" : "Tags …");
        pin.setText(!chosen.isEmpty() && arePinned(chosen) ? "Unpin" : "Pin");
        compare.setText(chosen.size() < 2 ? "Compare (select two or more)" : "Compare");
        compare.setDisable(chosen.size() < 2);
        forget.setDisable(chosen.size() != 1 || library.isOfFirstFolder(chosen.get(0)));
        boolean live = chosen.stream().anyMatch(row -> row.summary().state().isLive());
        trash.setDisable(chosen.isEmpty() || live);
        trash.setText(live ? "Move to trash (stop the search first)" : "Move to trash");
    }
}
