package org.isdarts.ui.genotype;

import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.isdarts.space.Genotype;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.panel.Lines;
import org.isdarts.ui.panel.TableEntry;
import org.isdarts.ui.remembered.Remembered;

/** Rank and accuracies of a genotype in a benchmark table, which is remembered once it is chosen. */
final class Ranking extends VBox {
    private static final String TABLE = "benchmarkTable";

    private final Remembered remembered;
    private final TableEntry entry = new TableEntry();
    private final Button choose = new Button("Choose table …");
    private Genotype genotype;

    Ranking(Remembered remembered) {
        super(4);
        this.remembered = remembered;
        choose.setId("choose-table");
        choose.setOnAction(click -> askForTable());
    }

    /** Shows what is known of this genotype; nothing where there are no tables of its space. */
    void show(Genotype found) {
        genotype = found;
        boolean ranked = found.space().isTabulated();
        setVisible(ranked);
        setManaged(ranked);
        if (ranked) {
            getChildren().setAll(Lines.section("In the benchmark table"), words(), choose);
        }
    }

    private Node words() {
        String table = remembered.all().getOrDefault(TABLE, "");
        return table.isEmpty()
                ? Lines.muted("Choose a CSV file with the accuracies of all architectures to see rank and accuracies.")
                : entry.of(Path.of(table), genotype);
    }

    private void askForTable() {
        FileDialogs.toOpen(
                        getScene().getWindow(),
                        "Open a benchmark table",
                        new ExtensionFilter("Tables", "*.csv", "*.tsv", "*.txt"),
                        new ExtensionFilter("All files", "*"))
                .ifPresent(this::rankBy);
    }

    /** Ranks by this table from now on. */
    void rankBy(Path table) {
        remembered.keep(Map.of(TABLE, table.toString()));
        if (genotype != null) {
            show(genotype);
        }
    }
}
