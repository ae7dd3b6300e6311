package org.isdarts.ui.wizard;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.isdarts.search.Preset;
import org.isdarts.shrink.Importance;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;

/** Every setting with its meaning and the paper's value; what is wrong with one is said beside it. */
final class SettingsPage extends PlanPage {
    private static final Map<Preset, String> PRESETS = Map.of(
            Preset.TINY, "seconds; finds nothing good",
            Preset.QUICK, "minutes on two cores",
            Preset.PAPER, "the paper's sizes; hours to days");

    private static final Map<Setting, Term> TERMS = Map.of(
            Setting.IMPORTANCE, Term.IMPORTANCE,
            Setting.SHRINK_STEPS, Term.SHRINK,
            Setting.BENCHMARK_TABLE, Term.GENOTYPE);

    /** Asked for on the page of the device. */
    private static final Set<Setting> OF_DEVICE = Set.of(Setting.THREADS, Setting.KERNELS, Setting.PRECISION);

    SettingsPage(SearchPlan plan) {
        super(2, plan);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("settings");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(column(150), column(36), column(170), column(120), wide);
        Label paper = new Label("Paper's value");
        paper.getStyleClass().add("plan-words");
        grid.add(paper, 3, 0);
        int row = 1;
        for (Setting setting : Setting.values()) {
            if (!OF_DEVICE.contains(setting)) {
                addRow(grid, row++, setting);
            }
        }
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
        HBox row = new HBox(14, heading("Preset"));
        row.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Preset preset : Preset.values()) {
            RadioButton button = new RadioButton(preset.label() + " (" + PRESETS.get(preset) + ")");
            button.setId("preset-" + preset.label());
            button.setToggleGroup(group);
            button.setSelected(plan().preset() == preset);
            button.setOnAction(event -> plan().usePreset(preset));
            row.getChildren().add(button);
        }
        return row;
    }

    private void addRow(GridPane grid, int row, Setting setting) {
        Node field = field(setting);
        Label label = new Label(setting.label());
        label.setLabelFor(field);
        Label paper = new Label();
        paper.getStyleClass().add("plan-words");
        Runnable showing = () -> paper.setText(plan().paperValue(setting));
        plan().space().addListener(changed -> showing.run());
        showing.run();
        Label meaning = words("");
        meaning.setId("meaning-" + setting.key());
        Runnable explaining = () -> explain(setting, meaning);
        plan().problem().addListener(changed -> explaining.run());
        explaining.run();
        grid.addRow(row, label, help(setting), field, paper, meaning);
    }

    private static Node help(Setting setting) {
        Term term = TERMS.get(setting);
        return term == null ? new Label() : new TermMark(term);
    }

    private void explain(Setting setting, Label meaning) {
        Problem problem = plan().problem().get();
        boolean wrong = problem != null && problem.setting() == setting;
        meaning.setText(wrong ? problem.message() : setting.meaning());
        meaning.getStyleClass().setAll("label", wrong ? "plan-problem" : "plan-words");
    }

    private Node field(Setting setting) {
        return switch (setting) {
            case IMPORTANCE -> importance();
            case BENCHMARK_TABLE -> table(text(setting));
            default -> text(setting);
        };
    }

    private TextField text(Setting setting) {
        TextField field = new TextField();
        field.setId("setting-" + setting.key());
        field.textProperty().bindBidirectional(plan().text(setting));
        field.setAccessibleText(setting.label() + ". " + setting.meaning());
        return field;
    }

    private Node table(TextField path) {
        Button choose = new Button("…");
        choose.setAccessibleText("Choose a benchmark table");
        choose.setOnAction(event -> {
            File chosen = new FileChooser().showOpenDialog(getScene().getWindow());
            if (chosen != null) {
                path.setText(chosen.getPath());
            }
        });
        HBox.setHgrow(path, Priority.ALWAYS);
        return new HBox(4, path, choose);
    }

    private Node importance() {
        ChoiceBox<Importance> choice = new ChoiceBox<>();
        choice.setId("setting-importance");
        choice.getItems().setAll(List.of(Importance.values()));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Importance importance) {
                return importance == Importance.FISHER ? "Fisher" : "Eq. 11";
            }

            @Override
            public Importance fromString(String text) {
                return Importance.of(text.toLowerCase(Locale.ROOT));
            }
        });
        Runnable showing = () ->
                choice.setValue(Importance.of(plan().text(Setting.IMPORTANCE).get()));
        plan().text(Setting.IMPORTANCE).addListener(changed -> showing.run());
        showing.run();
        choice.valueProperty().addListener((value, before, chosen) -> plan().text(Setting.IMPORTANCE)
                .set(chosen.label()));
        HBox row = new HBox(
                6,
                choice,
                new TermMark(
                        "this measurement", () -> choice.getValue() == Importance.FISHER ? Term.FISHER : Term.IIM));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
