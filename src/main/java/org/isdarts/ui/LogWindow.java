package org.isdarts.ui;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Window;
import org.isdarts.figure.FigureTheme;
import org.isdarts.log.LogEntry;
import org.isdarts.log.ProgramLog;
import org.isdarts.ui.panel.CopiedText;
import org.isdarts.ui.panel.SideWindow;

/** The program's log, the newest entry first, by level and text. */
final class LogWindow extends SideWindow {
    private static final String ALL = "All levels";

    private final TextField part = new TextField();
    private final ComboBox<String> level =
            new ComboBox<>(FXCollections.observableArrayList(ALL, "SEVERE", "WARNING", "INFO"));
    private final FilteredList<LogEntry> found;
    private final ListView<LogEntry> list;

    LogWindow(Window owner, FigureTheme theme, ProgramLog log, Consumer<Path> showFolder) {
        super(owner, theme, "Log", "log-window", 860, 520);
        found = new FilteredList<>(newestFirst(log));
        list = new ListView<>(found);
        part.setId("log-filter");
        part.setPromptText("Show entries that contain");
        HBox.setHgrow(part, Priority.ALWAYS);
        level.setId("log-level");
        level.getSelectionModel().select(ALL);
        part.textProperty().addListener(observable -> filter());
        level.valueProperty().addListener(observable -> filter());
        list.setId("log-entries");
        list.setCellFactory(view -> new EntryCell());
        list.setPlaceholder(placeholder());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TextArea whole = new TextArea();
        whole.setId("log-text");
        whole.setEditable(false);
        whole.setWrapText(true);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((observable, before, now) -> whole.setText(now == null ? "" : now.toString()));
        list.getSelectionModel().selectFirst();
        SplitPane center = new SplitPane(list, whole);
        center.setDividerPositions(0.5);
        HBox head = new HBox(
                8,
                part,
                level,
                button("log-copy", "Copy", this::copy),
                button("log-folder", "Open folder", () -> showFolder.accept(log.folder())));
        head.getStyleClass().add("log-head");
        root().setTop(head);
        root().setCenter(center);
    }

    private static ObservableList<LogEntry> newestFirst(ProgramLog log) {
        List<LogEntry> entries = log.entries();
        Collections.reverse(entries);
        return FXCollections.observableList(entries);
    }

    private static Label placeholder() {
        Label words = new Label(
                "Nothing was logged. What goes wrong in this program is written here; what happens in a run is"
                        + " written to the log in its folder.");
        words.setWrapText(true);
        words.getStyleClass().add("library-words");
        return words;
    }

    private static Button button(String id, String words, Runnable work) {
        Button button = new Button(words);
        button.setId(id);
        button.setOnAction(click -> work.run());
        return button;
    }

    private void filter() {
        String wanted = part.getText().toLowerCase(Locale.ROOT);
        found.setPredicate(
                entry -> (level.getValue().equals(ALL) || entry.level().equals(level.getValue()))
                        && entry.toString().toLowerCase(Locale.ROOT).contains(wanted));
        list.getSelectionModel().selectFirst();
    }

    /** The selected entries or, where none is, all that are shown. */
    private void copy() {
        List<LogEntry> selected = list.getSelectionModel().getSelectedItems();
        CopiedText.put((selected.isEmpty() ? found : selected)
                .stream().map(LogEntry::toString).collect(Collectors.joining("\n")));
    }

    /** The filter says what it is for until it has the keyboard. */
    @Override
    protected Node first() {
        return list;
    }

    /** Time, level and first line of an entry; beside the list stands the whole of the one selected. */
    private static final class EntryCell extends ListCell<LogEntry> {
        EntryCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(LogEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty ? null : entry.headline());
        }
    }
}
