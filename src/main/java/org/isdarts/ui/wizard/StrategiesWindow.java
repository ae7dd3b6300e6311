package org.isdarts.ui.wizard;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isdarts.report.StrategyTable;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.ui.panel.Lines;
import org.isdarts.ui.panel.SideWindow;
import org.isdarts.ui.panel.TextTableView;

/** Shows all strategies side by side, and lets the user choose one. */
final class StrategiesWindow extends SideWindow {
    private final TextTableView table;

    /**
     * A window for a space.
     *
     * @param now the strategy that is chosen
     * @param choose told the strategy that the user chose
     */
    StrategiesWindow(Window owner, SearchSpace space, StrategyKind now, Consumer<StrategyKind> choose) {
        super(owner, "Strategies in space " + space.name(), "strategies-window", 980, 620);
        table = new TextTableView(StrategyTable.of(space));
        table.setId("strategies-table");
        table.showWhole();
        VBox.setVgrow(table, Priority.ALWAYS);
        Button chosen = new Button("Choose");
        chosen.setId("choose-strategy");
        chosen.setDefaultButton(true);
        chosen.setMinWidth(Region.USE_PREF_SIZE);
        chosen.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        chosen.setOnAction(click -> {
            choose.accept(selected().orElseThrow());
            close();
        });
        HBox foot = new HBox(10, Lines.muted(StrategyTable.ABOUT), chosen);
        HBox.setHgrow(foot.getChildren().get(0), Priority.ALWAYS);
        foot.setAlignment(Pos.CENTER_LEFT);
        Label words = Lines.text("");
        words.setId("strategy-words");
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(changed -> words.setText(selected()
                        .map(kind -> kind.title() + ". " + kind.summary() + " "
                                + kind.published().words(space))
                        .orElse("")));
        table.getItems().stream()
                .filter(row -> row.shown(0).equals(now.title()))
                .forEach(table.getSelectionModel()::select);
        VBox content = new VBox(10, table, words, foot);
        content.setPadding(new Insets(12));
        root().setCenter(content);
    }

    private Optional<StrategyKind> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).flatMap(row -> Strategies.ALL.stream()
                .filter(kind -> kind.title().equals(row.shown(0)))
                .findFirst());
    }

    @Override
    protected Node first() {
        return table;
    }
}
