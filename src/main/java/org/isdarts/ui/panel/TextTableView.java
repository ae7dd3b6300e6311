package org.isdarts.ui.panel;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.text.Font;
import org.isdarts.report.TextTable;

/** A table of text. Ctrl+C copies the selected rows, their cells separated by tabs; so does its menu, or all rows. */
public final class TextTableView extends TableView<TextTable.Row> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** Room on both sides of a cell's text, in sizes of the text. */
    private static final double BESIDE_TEXT = 2;

    /** The same of a title, which leaves room for the arrow of its order. */
    private static final double BESIDE_TITLE = 3;

    /** Room for a title in few lines. */
    private static final double NARROWEST = 70;

    private final FilteredList<TextTable.Row> found;
    /** That of titles, which are bold. */
    private final ObjectProperty<Font> font = new SimpleObjectProperty<>();

    /** Shows this table. */
    public TextTableView(TextTable table) {
        for (int column = 0; column < table.columns().size(); column++) {
            getColumns().add(column(table.columns().get(column), column));
        }
        getStyleClass().add("text-table");
        found = new FilteredList<>(FXCollections.observableArrayList(table.rows()));
        SortedList<TextTable.Row> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        font.bind(((NameLabel) getColumns().get(0).getGraphic()).fontProperty());
        font.addListener(changed -> fitTitles());
        fitTitles();
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setContextMenu(new ContextMenu(item("Copy rows", this::copySelected), item("Copy table", this::copyAll)));
        setOnKeyPressed(press -> {
            if (COPY.match(press)) {
                copySelected();
                press.consume();
            }
        });
    }

    /** Gives every column the width of its longest text, in whatever size; what is wider than the table is scrolled to. */
    public void showWhole() {
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        font.addListener(changed -> fitTexts());
        fitTexts();
    }

    private void fitTexts() {
        Font plain = Font.font(font.get().getFamily(), font.get().getSize());
        for (int column = 0; column < getColumns().size(); column++) {
            int index = column;
            double longest = getItems().stream()
                    .mapToDouble(row -> TextWidth.of(row.shown(index), plain))
                    .max()
                    .orElse(0);
            getColumns().get(column).setPrefWidth(Math.max(NARROWEST, longest) + besideText());
        }
    }

    /** Titles have room for two lines. */
    private void fitTitles() {
        getColumns()
                .forEach(column -> column.setMinWidth(
                        twoLines(NameLabel.parts(column.getText()).toList())
                                + BESIDE_TITLE * font.get().getSize()));
    }

    /** The least width in which these parts of a title take two lines. */
    private double twoLines(List<String> parts) {
        return IntStream.rangeClosed(1, parts.size())
                .mapToDouble(
                        first -> Math.max(width(parts.subList(0, first)), width(parts.subList(first, parts.size()))))
                .min()
                .orElse(0);
    }

    private double width(List<String> parts) {
        return TextWidth.of(String.join("", parts), font.get());
    }

    private double besideText() {
        return BESIDE_TEXT * font.get().getSize();
    }

    private static MenuItem item(String words, Runnable work) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> work.run());
        return item;
    }

    private static TableColumn<TextTable.Row, String> column(String title, int index) {
        TableColumn<TextTable.Row, String> column = new TableColumn<>(title);
        NameLabel whole = new NameLabel();
        whole.show(title);
        whole.getStyleClass().add("column-title");
        whole.setTooltip(new Tooltip(title));
        column.setGraphic(whole);
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

    /** Shows only rows with a cell that contains this text, in whatever case. */
    public void filter(String part) {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(row -> row.cells().stream()
                .anyMatch(cell -> cell.shown().toLowerCase(Locale.ROOT).contains(wanted)));
    }

    private void copySelected() {
        copy(lines(getSelectionModel().getSelectedItems()));
    }

    /** Copies the titles and every row that is shown. */
    public void copyAll() {
        String titles = getColumns().stream().map(TableColumn::getText).collect(Collectors.joining("\t"));
        copy(Stream.concat(Stream.of(titles), lines(getItems())));
    }

    private static Stream<String> lines(List<TextTable.Row> rows) {
        return rows.stream()
                .map(row -> row.cells().stream().map(TextTable.Cell::shown).collect(Collectors.joining("\t")));
    }

    private static void copy(Stream<String> lines) {
        CopiedText.put(lines.collect(Collectors.joining("\n")));
    }
}
