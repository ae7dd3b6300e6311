package org.isdarts.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.StringExpression;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.ActionButton;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.WorkbenchModel;

/** The buttons at the top, and what is looked at. */
final class Toolbar extends HBox {
    private final List<ActionButton> buttons = new ArrayList<>();
    private final WorkbenchModel model;
    private final Label title = new Label();
    private final ActionButton queue;

    /** @param subject what is looked at */
    Toolbar(WorkbenchModel model, WorkbenchActions actions, StringExpression subject) {
        this.model = model;
        getStyleClass().add("toolbar");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("run-title");
        title.textProperty().bind(subject);
        title.getStyleClass().add("run-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setAlignment(Pos.CENTER);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        add(List.of(actions.search().newSearch(), actions.runs().openFolder()), true);
        add(List.of(actions.search().newSearchLikeThis()), false);
        queue = new ActionButton(actions.search().queue(), false);
        add(queue);
        add(List.of(actions.runs().openFromServer()), false);
        getChildren().add(new Separator(Orientation.VERTICAL));
        add(actions.search().steering(), true);
        getChildren().add(new Separator(Orientation.VERTICAL));
        getChildren().add(title);
        add(List.of(actions.runs().compare(), actions.runs().export()), true);
        add(List.of(actions.window().palette(), actions.window().theme()), false);
        model.run().addListener(observable -> refresh());
        model.shown().addListener(observable -> refresh());
        model.steering().addListener(observable -> refresh());
        model.whyNotSteered().addListener(observable -> refresh());
        model.atRest().addListener(observable -> refresh());
        model.state().addListener(observable -> refresh());
        model.live().addListener(observable -> refresh());
        model.trouble().addListener(observable -> refresh());
        widthProperty().addListener(observable -> fit());
        heightProperty().addListener(observable -> fit());
        refresh();
    }

    /** Pictures alone stay where there is no room for names. */
    private void fit() {
        buttons.forEach(button -> button.showName(true));
        if (minWidth(-1) > getWidth()) {
            buttons.forEach(button -> button.showName(false));
        }
    }

    private void add(List<Action> actions, boolean worded) {
        actions.forEach(action -> add(new ActionButton(action, worded)));
    }

    private void add(ActionButton button) {
        buttons.add(button);
        getChildren().add(button);
    }

    /** Writes on the queue's button how much waits, and has its help say it in words. */
    void showWaiting(int count, String words) {
        queue.showCount(count, words);
        fit();
    }

    void refresh() {
        buttons.forEach(ActionButton::refresh);
        RunSource run = model.run().get();
        title.setTooltip(run == null ? null : new Tooltip(run.place()));
    }
}
