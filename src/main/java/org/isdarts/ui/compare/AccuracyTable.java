package org.isdarts.ui.compare;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.ComparisonTable;
import org.isdarts.report.SeedGroup;
import org.isdarts.report.TextTable;

/** Final accuracies and costs: groups of seeds with their runs below. Names continue on further lines. */
final class AccuracyTable extends TreeTableView<TextTable.Row> {
    /** Widths of the columns by the size of text, so that larger text has room too. Names take what is left over. */
    private static final List<Double> WIDTHS = List.of(12.0, 5.0, 7.8, 7.8, 7.8, 9.5);

    /** What a name has beside it: the arrow, and the distance of a run from the left of its group. */
    private static final double BESIDE_NAME = 46;

    private static final double ABOVE_AND_BELOW = 14;

    private final ObjectProperty<Font> font = new SimpleObjectProperty<>(Font.getDefault());
    private final ReadOnlyDoubleProperty names;

    AccuracyTable(List<ComparedRun> runs) {
        super(new TreeItem<>());
        setId("accuracies");
        setShowRoot(false);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (SeedGroup group : SeedGroup.of(runs)) {
            TreeItem<TextTable.Row> item = new TreeItem<>(ComparisonTable.summary(group));
            group.runs().forEach(run -> item.getChildren().add(new TreeItem<>(ComparisonTable.row(run))));
            item.setExpanded(true);
            getRoot().getChildren().add(item);
        }
        TreeTableColumn<TextTable.Row, String> nameColumn = column(0);
        nameColumn.setCellFactory(view -> new NameCell());
        names = nameColumn.widthProperty();
        getColumns().add(nameColumn);
        IntStream.range(1, WIDTHS.size()).forEach(index -> getColumns().add(column(index)));
        setRowFactory(view -> new RowOfName());
        List.<Observable>of(names, font, expandedItemCountProperty())
                .forEach(one -> one.addListener(changed -> fitHeight()));
        font.addListener(changed -> fitWidths());
        fitWidths();
        fitHeight();
    }

    private void fitWidths() {
        for (int column = 0; column < WIDTHS.size(); column++) {
            double width = WIDTHS.get(column) * font.get().getSize();
            getColumns().get(column).setMinWidth(width);
            getColumns().get(column).setPrefWidth(width);
            if (column > 0) {
                getColumns().get(column).setMaxWidth(width);
            }
        }
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
        Text name = new Text(row.shown(0));
        name.setFont(font.get());
        name.setWrappingWidth(Math.max(1, names.get() - BESIDE_NAME));
        return Math.max(TableHeight.ROW, Math.ceil(name.getLayoutBounds().getHeight()) + ABOVE_AND_BELOW);
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
        NameCell() {
            setWrapText(true);
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? null : name);
        }
    }

    private static TreeTableColumn<TextTable.Row, String> column(int index) {
        TreeTableColumn<TextTable.Row, String> column =
                new TreeTableColumn<>(ComparisonTable.columns().get(index));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().getValue().shown(index)));
        return column;
    }
}
