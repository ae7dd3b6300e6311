package org.isdarts.ui.compare;

import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;
import org.isdarts.report.GenotypeDifference;
import org.isdarts.report.TextTable;
import org.isdarts.ui.panel.DifferenceRow;
import org.isdarts.ui.panel.TextTableView;

/** The genotypes of the runs in one search space, edge by edge, the edges on which they differ being marked. */
public final class GenotypeTable extends VBox {
    /** As wide as the name of a cell type or an edge, so that there is room for operations. */
    private static final double PLACE_WIDTH = 76;

    private final int places;

    /** The table of a difference, below a sentence that sums it up. */
    public GenotypeTable(GenotypeDifference difference) {
        super(12);
        places = difference.table().columns().size() - difference.runs().size();
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
        String marked = difference.differing() == 0 ? "." : ", which are marked.";
        return "Space " + space + ": " + difference.agreement() + marked;
    }

    private TextTableView table(GenotypeDifference difference) {
        TextTableView table = new TextTableView(difference.table());
        table.setId("genotypes-" + difference.space().name());
        table.getColumns().forEach(column -> column.setSortable(false));
        table.getColumns().stream().limit(places).forEach(GenotypeTable::narrow);
        table.setRowFactory(view -> new DifferenceRow<>(this::differs));
        TableHeight.fit(table, difference.rows().size());
        return table;
    }

    private static void narrow(TableColumn<TextTable.Row, ?> column) {
        column.setPrefWidth(PLACE_WIDTH);
        column.setMaxWidth(PLACE_WIDTH);
    }

    private boolean differs(TextTable.Row row) {
        return row.cells().stream().skip(places).distinct().count() > 1;
    }
}
