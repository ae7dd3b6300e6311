package org.isdarts.ui.compare;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.isdarts.report.GenotypeDifference;
import org.isdarts.ui.panel.DifferenceRow;

/** The genotypes of the runs in one search space, edge by edge, the edges on which they differ being marked. */
public final class GenotypeTable extends VBox {

    /** The table of a difference, below a sentence that sums it up. */
    public GenotypeTable(GenotypeDifference difference) {
        super(12);
        Label words = new Label(words(difference));
        words.setWrapText(true);
        words.getStyleClass().add("compare-message");
        getChildren().add(words);
        if (difference.runs().size() > 1) {
            getChildren().add(table(difference));
        }
    }

    private static String words(GenotypeDifference difference) {
        String space = difference.space().name();
        if (difference.runs().isEmpty()) {
            return "No run in space " + space + " has found its genotype yet.";
        }
        if (difference.runs().size() == 1) {
            return "One run in space " + space + " has found its genotype; there is no second to compare it with yet.";
        }
        return "Space " + space + ": "
                + (difference.differing() == 0
                        ? "the genotypes agree on every edge."
                        : "the genotypes differ on " + difference.differing() + " of "
                                + difference.rows().size() + " edges, which are marked.");
    }

    private static TableView<GenotypeDifference.Row> table(GenotypeDifference difference) {
        TableView<GenotypeDifference.Row> table = new TableView<>();
        table.setId("genotypes-" + difference.space().name());
        table.getItems().setAll(difference.rows());
        if (difference.space().cellTypes().size() > 1) {
            table.getColumns().add(column("cell", row -> row.cellType().label()));
        }
        table.getColumns().add(column("edge", row -> row.edge().replace("->", " → ")));
        for (int run = 0; run < difference.runs().size(); run++) {
            int index = run;
            table.getColumns().add(column(difference.runs().get(run), row -> kept(row.kept(), index)));
        }
        table.setRowFactory(view -> new DifferenceRow<>(GenotypeDifference.Row::differs));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableHeight.fit(table, difference.rows().size());
        return table;
    }

    private static String kept(List<String> kept, int run) {
        return kept.get(run).isEmpty() ? "–" : kept.get(run);
    }

    private static TableColumn<GenotypeDifference.Row, String> column(
            String title, Function<GenotypeDifference.Row, String> text) {
        TableColumn<GenotypeDifference.Row, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }
}
