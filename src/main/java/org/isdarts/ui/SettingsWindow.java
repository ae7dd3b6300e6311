package org.isdarts.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isdarts.figure.FigureTheme;
import org.isdarts.report.SettingsListing;
import org.isdarts.report.SettingsTable;
import org.isdarts.search.TrainingConfig;
import org.isdarts.ui.panel.CopiedText;
import org.isdarts.ui.panel.DifferenceRow;
import org.isdarts.ui.panel.SideWindow;
import org.isdarts.ui.panel.TextTableView;

/** Every setting of a run, to search and copy, and the command that begins the same search. Changed ones are marked. */
final class SettingsWindow extends SideWindow {

    private final TextField part = new TextField();
    private final TextTableView table;

    /**
     * The window.
     *
     * @param run its name
     */
    SettingsWindow(Window owner, FigureTheme theme, String run, TrainingConfig config) {
        super(owner, theme, "Settings of " + run, "settings-window", 820, 620);
        SettingsListing settings = SettingsListing.of(config);
        table = new TextTableView(SettingsTable.of(settings));
        table.setId("settings-table");
        table.setRowFactory(view -> new DifferenceRow<>(SettingsTable::isChanged));
        table.setPlaceholder(new Label("No setting contains that text"));
        part.setId("settings-filter");
        part.setPromptText("Show settings that contain");
        part.textProperty().addListener(changed -> table.filter(part.getText()));
        HBox.setHgrow(part, Priority.ALWAYS);
        root().setTop(new HBox(8, part, button("copy-settings", "Copy table", table::copyAll)));
        root().getTop().getStyleClass().add("settings-head");
        root().setCenter(table);
        root().setBottom(command(settings.commandLine()));
    }

    private static VBox command(String line) {
        TextArea text = new TextArea(line);
        text.setId("settings-command");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(6);
        Label title = new Label("Command that repeats the run");
        title.setLabelFor(text);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, title, button("copy-command", "Copy command", () -> CopiedText.put(line)));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox all = new VBox(
                6,
                new Label(
                        "A default is what the preset or protocol sets, or else what the program takes. Marked settings"
                                + " differ from theirs."),
                head,
                text);
        all.getStyleClass().add("settings-foot");
        return all;
    }

    private static Button button(String id, String words, Runnable work) {
        Button button = new Button(words);
        button.setId(id);
        button.setOnAction(click -> work.run());
        return button;
    }

    @Override
    protected Node first() {
        return part;
    }
}
