package org.isdarts.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.SettingGroup;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.isdarts.ui.panel.Explained;
import org.isdarts.ui.panel.SettingField;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;

/** The settings by group, each with its meaning and the paper's value; what is wrong with one is said beside it. */
final class SettingsPage extends PlanPage {
    private static final List<SettingGroup> SHOWN = Stream.of(
                    List.of(SearchSettings.STRATEGY, SearchSettings.SIZE),
                    Strategies.SETTINGS,
                    List.of(SearchSettings.TRAINING, SearchSettings.RUN))
            .flatMap(List::stream)
            .toList();

    private static final Map<Setting<?>, Term> TERMS = Map.of(
            IsDartsSettings.SHRINK_STEPS, Term.SHRINK,
            SearchSettings.BENCHMARK_TABLE, Term.GENOTYPE);

    private static final double GAP = 2;

    private int row;

    SettingsPage(SearchPlan plan) {
        super(2, plan);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("settings");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(150);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, column(36), column(170), column(100), wide);
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
            RadioButton button = new RadioButton(preset.label());
            button.setTooltip(new Tooltip(preset.cost()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setId("preset-" + preset.label());
            button.setToggleGroup(group);
            button.setSelected(plan().preset().get() == preset);
            button.setOnAction(event -> plan().usePreset(preset));
            plan().preset()
                    .addListener(changed -> button.setSelected(plan().preset().get() == preset));
            buttons.getChildren().add(button);
        }
        Label cost = words("");
        cost.textProperty()
                .bind(Bindings.createStringBinding(() -> plan().preset().get().cost(), plan().preset()));
        buttons.getChildren().add(cost);
        return buttons;
    }

    private void addGroup(GridPane grid, SettingGroup group) {
        List<Node> nodes = new ArrayList<>(List.of(heading(group.title()), words("Paper's value")));
        grid.add(nodes.get(0), 0, row, 3, 1);
        grid.add(nodes.get(1), 3, row);
        row++;
        nodes.forEach(SettingsPage::spaced);
        showWhile(nodes, () -> group.settings().stream().anyMatch(this::matters));
        group.settings().forEach(setting -> addRow(grid, setting));
    }

    /** Its own distance to its neighbors: a grid's would stay where rows are hidden. */
    private static void spaced(Node node) {
        GridPane.setMargin(node, new Insets(GAP, 0, GAP, 0));
    }

    private boolean matters(Setting<?> setting) {
        return Strategies.matters(setting, plan().strategy());
    }

    private StringProperty strategy() {
        return plan().text(Strategies.STRATEGY);
    }

    /** Shows nodes only while the strategy that is chosen has what they are about. */
    private void showWhile(List<Node> nodes, BooleanSupplier condition) {
        Runnable showing = () -> nodes.forEach(node -> {
            node.setVisible(condition.getAsBoolean());
            node.setManaged(condition.getAsBoolean());
        });
        strategy().addListener(changed -> showing.run());
        showing.run();
    }

    private void addRow(GridPane grid, Setting<?> setting) {
        SettingField field = SettingField.of(setting, plan().text(setting));
        Label label = new Label(setting.label());
        label.setLabelFor(field.control());
        label.setMinWidth(USE_PREF_SIZE);
        Label paper = words("");
        paper.setId("paper-" + setting.key());
        Runnable showing = () -> paper.setText(paper(setting));
        plan().space().addListener(changed -> showing.run());
        strategy().addListener(changed -> showing.run());
        showing.run();
        Label meaning = explanation(setting, () -> meaning(setting));
        meaning.setId("meaning-" + setting.key());
        place(setting, field.control());
        Node help = help(setting);
        Node control = setting == Strategies.STRATEGY ? new VBox(2, field.node(), sideBySide()) : field.node();
        List<Node> nodes = List.of(label, help, control, paper, meaning);
        grid.addRow(row++, nodes.toArray(Node[]::new));
        nodes.forEach(SettingsPage::spaced);
        showWhile(nodes, () -> matters(setting));
    }

    private Hyperlink sideBySide() {
        Hyperlink link = new Hyperlink("All side by side …");
        link.setId("strategies-side-by-side");
        link.setTooltip(new Tooltip("What each strategy does, what it costs, and what the paper reports of it"));
        link.setOnAction(click -> new StrategiesWindow(
                        getScene().getWindow(), plan().space().get(), plan().strategy(), chosen -> strategy()
                                .set(Strategies.STRATEGY.format(chosen)))
                .show());
        return link;
    }

    private String paper(Setting<?> setting) {
        return setting == Strategies.STRATEGY ? publication() : plan().paperValue(setting);
    }

    /** Whether there are paper's values of the strategy in the space. */
    private String publication() {
        return plan().strategy().published().source(plan().space().get()).isPresent() ? "published" : "not published";
    }

    private String meaning(Setting<?> setting) {
        return setting == Strategies.STRATEGY
                ? plan().strategy().summary() + " "
                        + plan().strategy().published().words(plan().space().get())
                : setting.help();
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
