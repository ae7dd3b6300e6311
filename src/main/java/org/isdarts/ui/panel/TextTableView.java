package org.isdarts.ui.panel;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.isdarts.report.TextTable;

/** A table of text. Ctrl+C copies the selected rows, their cells separated by tabs. */
public final class TextTableView extends TableView<TextTable.Row> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** Shows this table. */
    public TextTableView(TextTable table) {
        for (int column = 0; column < table.columns().size(); column++) {
            getColumns().add(column(table.columns().get(column), column));
        }
        getItems().setAll(table.rows());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setOnKeyPressed(press -> {
            if (COPY.match(press)) {
                copy(getSelectionModel().getSelectedItems());
                press.consume();
            }
        });
    }

    private static TableColumn<TextTable.Row, String> column(String title, int index) {
        TableColumn<TextTable.Row, String> column = new TableColumn<>(title);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().shown(index)));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                setText(empty ? null : text);
                setTooltip(empty || text == null || text.isEmpty() ? null : new Tooltip(text));
            }
        });
        return column;
    }

    private static void copy(List<TextTable.Row> rows) {
        ClipboardContent content = new ClipboardContent();
        content.putString(rows.stream()
                .map(row -> row.cells().stream().map(TextTable.Cell::shown).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
