package org.isdarts.ui;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.isdarts.figure.FigureTheme;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.ActionGroup;
import org.isdarts.ui.panel.SideWindow;

/** The keys of all actions that have one, by subject. */
final class ShortcutSheet extends SideWindow {
    /** What is no action: keys that a view takes once the keyboard is in it. */
    private static final List<Hint> IN_VIEWS = List.of(
            new Hint("Tab", "Next control", "Move through toolbar, runs, views and timeline; Shift+Tab moves back"),
            new Hint("← →", "Epoch", "Go one epoch back or forward in curves, heatmap, mask evolution and timeline"),
            new Hint("Home, End", "Epoch", "Go to the start or to the latest epoch"),
            new Hint("↑ ↓", "Operation", "Select the operation above or below, in heatmap and mask evolution"),
            new Hint("Arrows", "Cell", "Select operations: up and down one by one, left and right edge by edge"),
            new Hint("+ -", "Cell", "Zoom; Shift with arrows moves the cell"),
            new Hint("Enter", "Runs", "Open the run selected, or compare several"),
            new Hint("F2, Delete", "Runs", "Rename; move to the trash"),
            new Hint("Ctrl+Z", "Runs", "Undo the last change of names, tags, notes, pins, or trash"),
            new Hint("Esc", "Everywhere", "Close a window, restore a view, leave comparison or tour, select nothing"));

    private final ScrollPane scroll = new ScrollPane();

    ShortcutSheet(Window owner, FigureTheme theme, List<ActionGroup> groups) {
        super(owner, theme, "Keyboard shortcuts", "shortcut-sheet", 620, 620);
        GridPane lines = new GridPane();
        lines.setHgap(16);
        lines.setVgap(4);
        lines.setPadding(new Insets(4, 12, 4, 4));
        groups.forEach(group -> add(lines, group));
        lines.add(label("In the focused view", "shortcut-group"), 0, lines.getRowCount(), 3, 1);
        IN_VIEWS.forEach(hint -> add(lines, hint));
        scroll.setContent(lines);
        scroll.setFitToWidth(true);
        root().setCenter(scroll);
    }

    private static void add(GridPane lines, ActionGroup group) {
        List<Action> withKey =
                group.actions().stream().filter(action -> action.key() != null).toList();
        if (withKey.isEmpty()) {
            return;
        }
        lines.add(label(group.title(), "shortcut-group"), 0, lines.getRowCount(), 3, 1);
        withKey.forEach(action -> add(lines, new Hint(action.key().getDisplayText(), action.name(), action.meaning())));
    }

    private static void add(GridPane lines, Hint hint) {
        Label meaning = new Label(hint.meaning);
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        lines.addRow(lines.getRowCount(), label(hint.keys, "shortcut-key"), label(hint.name, "shortcut-name"), meaning);
    }

    /**
     * What keys do.
     *
     * @param keys as they are written on keyboards
     * @param name where, or what for
     * @param meaning a sentence without a full stop
     */
    private record Hint(String keys, String name, String meaning) {}

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    @Override
    protected Node first() {
        return scroll;
    }
}
