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
    private final ScrollPane scroll = new ScrollPane();

    ShortcutSheet(Window owner, FigureTheme theme, List<ActionGroup> groups) {
        super(owner, theme, "Keyboard shortcuts", "shortcut-sheet", 620, 620);
        GridPane lines = new GridPane();
        lines.setHgap(16);
        lines.setVgap(4);
        lines.setPadding(new Insets(4, 12, 4, 4));
        groups.forEach(group -> add(lines, group));
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
        for (Action action : withKey) {
            Label meaning = new Label(action.meaning());
            meaning.setWrapText(true);
            lines.addRow(
                    lines.getRowCount(),
                    label(action.key().getDisplayText(), "shortcut-key"),
                    label(action.name(), "shortcut-name"),
                    meaning);
        }
    }

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
