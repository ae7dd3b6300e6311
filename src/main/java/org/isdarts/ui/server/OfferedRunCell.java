package org.isdarts.ui.server;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.isdarts.serve.OfferedRun;
import org.isdarts.text.Numbers;

/** A line of the list of offered runs: title, search space, how far and how good, state. */
final class OfferedRunCell extends ListCell<OfferedRun> {
    OfferedRunCell() {
        // The list's width, not the longest title, decides how wide a cell is.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(OfferedRun run, boolean empty) {
        super.updateItem(run, empty);
        setGraphic(empty ? null : line(run));
        setAccessibleText(empty ? null : run.title() + ", " + facts(run) + ", " + run.state());
        setTooltip(empty || run.message() == null ? null : new Tooltip(run.message()));
    }

    private static String facts(OfferedRun run) {
        if (!run.canBeOpened()) {
            return "cannot be opened";
        }
        String test = run.test() == null ? "" : ", test " + Numbers.percent(run.test());
        return run.space() + ", " + run.epochCount().words() + test;
    }

    private static HBox line(OfferedRun run) {
        Label title = new Label(run.title());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label facts = new Label(facts(run));
        facts.setMinWidth(Region.USE_PREF_SIZE);
        Label state = new Label(run.state());
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.getStyleClass().addAll("state", "state-" + run.state());
        HBox line = new HBox(10, title, facts, state);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("run-line");
        return line;
    }
}
