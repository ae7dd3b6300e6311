package org.isdarts.ui.compare;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.ComparisonTable;
import org.isdarts.report.SeedGroup;
import org.isdarts.report.TextTable;

/** Final accuracies and costs: groups of seeds with their runs below. */
final class AccuracyTable extends TreeTableView<TextTable.Row> {
    private static final List<Integer> WIDTHS = List.of(205, 52, 96, 96, 96, 120);

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
        for (int column = 0; column < WIDTHS.size(); column++) {
            getColumns().add(column(column));
        }
        TableHeight.fit(this, getExpandedItemCount());
    }

    private static TreeTableColumn<TextTable.Row, String> column(int index) {
        TreeTableColumn<TextTable.Row, String> column =
                new TreeTableColumn<>(ComparisonTable.columns().get(index));
        column.setPrefWidth(WIDTHS.get(index));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().getValue().shown(index)));
        return column;
    }
}
