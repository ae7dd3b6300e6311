package org.isdarts.ui.compare;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.isdarts.report.ComparisonTable;
import org.isdarts.report.SeedGroup;
import org.isdarts.report.TextTable;
import org.isdarts.ui.panel.NameLabel;
import org.isdarts.ui.panel.TextWidth;

/** Final accuracies and costs: groups of seeds with their runs below. Names continue on further lines. */
final class AccuracyTable extends TreeTableView<TextTable.Row> {
    /** The last columns, state and genotype, are told elsewhere. */
    private static final int NOT_SHOWN = 2;

    /** Names have this width at least, by the size of text. */
    private static final double NAMES = 12;

    /** What a text has beside it in its column, by the size of text. */
    private static final double BESIDE_TEXT = 2.4;

    /** What a name has beside it: the arrow, and the distance of a run from the left of its group. */
    private static final double BESIDE_NAME = 46;

    private static final double ABOVE_AND_BELOW = 14;

    private final NameLabel ruler = new NameLabel();

    private final ObjectProperty<Font> font = new SimpleObjectProperty<>(Font.getDefault());
    private final ReadOnlyDoubleProperty names;
    private final List<String> titles;

    AccuracyTable(ComparisonTable comparison) {
        super(new TreeItem<>());
        titles = comparison.columns().subList(0, comparison.columns().size() - NOT_SHOWN);
        setId("accuracies");
        setShowRoot(false);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (SeedGroup group : SeedGroup.of(comparison.runs())) {
            TreeItem<TextTable.Row> item = new TreeItem<>(comparison.summary(group));
            group.runs().forEach(run -> item.getChildren().add(new TreeItem<>(comparison.row(run))));
            item.setExpanded(true);
            getRoot().getChildren().add(item);
        }
        comparison.reported().forEach(row -> getRoot().getChildren().add(new TreeItem<>(row)));
        TreeTableColumn<TextTable.Row, String> nameColumn = column(0);
        nameColumn.setCellFactory(view -> new NameCell());
        names = nameColumn.widthProperty();
        getColumns().add(nameColumn);
        IntStream.range(1, titles.size()).forEach(index -> getColumns().add(column(index)));
        setRowFactory(view -> new RowOfName());
        List.<Observable>of(names, font, expandedItemCountProperty())
                .forEach(one -> one.addListener(changed -> fitHeight()));
        font.addListener(changed -> fitWidths());
        fitWidths();
        fitHeight();
    }

    /** Columns as wide as their longest text in the size there is. The page scrolls where it is narrower than all of them. */
    private void fitWidths() {
        double names = NAMES * font.get().getSize();
        getColumns().get(0).setMinWidth(names);
        getColumns().get(0).setPrefWidth(names);
        double all = names;
        for (int column = 1; column < titles.size(); column++) {
            double width = longest(column) + BESIDE_TEXT * font.get().getSize();
            getColumns().get(column).setMinWidth(width);
            getColumns().get(column).setPrefWidth(width);
            getColumns().get(column).setMaxWidth(width);
            all += width;
        }
        setMinWidth(Math.ceil(all) + 2);
    }

    private double longest(int column) {
        Stream<String> cells = getRoot().getChildren().stream()
                .flatMap(group -> Stream.concat(Stream.of(group), group.getChildren().stream()))
                .map(row -> row.getValue().shown(column));
        Font bold =
                Font.font(font.get().getFamily(), FontWeight.BOLD, font.get().getSize());
        return Math.max(
                TextWidth.of(getColumns().get(column).getText(), bold),
                cells.mapToDouble(text -> TextWidth.of(text, font.get())).max().orElse(0));
    }

    private void fitHeight() {
        TableHeight.fit(
                this,
                IntStream.range(0, getExpandedItemCount())
                        .mapToDouble(row -> height(getTreeItem(row).getValue()))
                        .sum());
    }

    /** The height of a row: that of its name. */
    private double height(TextTable.Row row) {
        ruler.setFont(font.get());
        ruler.show(row.shown(0));
        return Math.max(TableHeight.ROW, ruler.prefHeight(Math.max(1, names.get() - BESIDE_NAME)) + ABOVE_AND_BELOW);
    }

    private final class RowOfName extends TreeTableRow<TextTable.Row> {
        RowOfName() {
            fontProperty().addListener(changed -> font.set(getFont()));
            prefHeightProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> getItem() == null ? TableHeight.ROW : height(getItem()),
                            itemProperty(),
                            names,
                            font));
        }
    }

    private static final class NameCell extends TreeTableCell<TextTable.Row, String> {
        private final NameLabel label = new NameLabel();

        NameCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? null : name);
            label.show(empty ? "" : name);
            setGraphic(empty ? null : label);
        }
    }

    private TreeTableColumn<TextTable.Row, String> column(int index) {
        TreeTableColumn<TextTable.Row, String> column = new TreeTableColumn<>(titles.get(index));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().getValue().shown(index)));
        return column;
    }
}
