package org.isdarts.ui.wizard;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.SettingGroup;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.isdarts.ui.panel.Explained;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;

/** The settings by group, each with its meaning and the paper's value; what is wrong with one is said beside it. */
final class SettingsPage extends PlanPage {
    private static final List<SettingGroup> SHOWN =
            List.of(SearchSettings.SIZE, SearchSettings.METHOD, SearchSettings.TRAINING, SearchSettings.RUN);

    private static final Map<Setting<?>, Term> TERMS = Map.of(
            IsDartsSettings.SHRINK_STEPS, Term.SHRINK,
            SearchSettings.BENCHMARK_TABLE, Term.GENOTYPE);

    private int row;

    SettingsPage(SearchPlan plan) {
        super(2, plan);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("settings");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(column(150), column(36), column(170), column(100), wide);
        SHOWN.forEach(group -> addGroup(grid, group));
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        show(new VBox(10, presets(), scroll));
    }

    private static ColumnConstraints column(double width) {
        ColumnConstraints column = new ColumnConstraints(width);
        column.setHgrow(Priority.NEVER);
        return column;
    }

    private Node presets() {
        HBox buttons = new HBox(14, heading("Preset"));
        buttons.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Preset preset : Preset.values()) {
            RadioButton button = new RadioButton(preset.label() + " (" + preset.cost() + ")");
            button.setId("preset-" + preset.label());
            button.setToggleGroup(group);
            button.setSelected(plan().preset().get() == preset);
            button.setOnAction(event -> plan().usePreset(preset));
            plan().preset()
                    .addListener(changed -> button.setSelected(plan().preset().get() == preset));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private void addGroup(GridPane grid, SettingGroup group) {
        grid.add(heading(group.title()), 0, row, 3, 1);
        grid.add(words("Paper's value"), 3, row);
        row++;
        group.settings().forEach(setting -> addRow(grid, setting));
    }

    private void addRow(GridPane grid, Setting<?> setting) {
        SettingField field = SettingField.of(setting, plan().text(setting));
        Label label = new Label(setting.label());
        label.setLabelFor(field.control());
        Label paper = words("");
        paper.setId("paper-" + setting.key());
        Runnable showing = () -> paper.setText(plan().paperValue(setting));
        plan().space().addListener(changed -> showing.run());
        showing.run();
        Label meaning = explanation(setting, setting::help);
        meaning.setId("meaning-" + setting.key());
        place(setting, field.control());
        grid.addRow(row++, label, help(setting), field.node(), paper, meaning);
    }

    private Node help(Setting<?> setting) {
        if (setting == IsDartsSettings.IMPORTANCE) {
            return new TermMark("importance", this::measurement);
        }
        Term term = TERMS.get(setting);
        return term == null ? new Label() : new TermMark(term);
    }

    private Explained measurement() {
        return Explained.of(IsDartsSettings.IMPORTANCE.parse(
                plan().text(IsDartsSettings.IMPORTANCE).get()));
    }
}
