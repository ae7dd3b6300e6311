package org.isdarts.ui.compare;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.SettingsTable;
import org.isdarts.report.TextTable;
import org.isdarts.ui.panel.DifferenceRow;
import org.isdarts.ui.panel.TextTableView;

/** The settings in which the compared runs differ, or all of them. */
final class SettingsDifference extends VBox {
    private final List<ComparedRun> runs;
    private final CheckBox all = new CheckBox("Show all settings");
    private final Label words = new Label();

    SettingsDifference(List<ComparedRun> runs) {
        super(8);
        this.runs = runs;
        all.setId("all-settings");
        all.selectedProperty().addListener(changed -> show());
        words.setWrapText(true);
        show();
    }

    private void show() {
        TextTable differing = SettingsTable.of(runs, true);
        TextTable shown = all.isSelected() ? SettingsTable.of(runs, false) : differing;
        words.setText(
                differing.rows().isEmpty()
                        ? "The runs have the same settings."
                        : "The runs differ in " + differing.rows().size() + " of "
                                + SettingsTable.of(runs, false).rows().size() + " settings.");
        getChildren().setAll(words, all);
        if (!shown.rows().isEmpty()) {
            getChildren().add(table(shown));
        }
    }

    private TextTableView table(TextTable settings) {
        TextTableView table = new TextTableView(settings);
        table.setId("settings-difference");
        table.setRowFactory(view -> new DifferenceRow<>(row -> all.isSelected() && SettingsTable.differs(row)));
        TableHeight.fit(table, settings.rows().size());
        return table;
    }
}
