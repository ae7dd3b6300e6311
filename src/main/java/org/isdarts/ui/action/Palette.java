package org.isdarts.ui.action;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/** All that can be done now, found by typing a part of its name. */
public final class Palette {
    private final Popup popup = new Popup();
    private final TextField typed = new TextField();
    private final FilteredList<Action> found;
    private final ListView<Action> list;

    public Palette(List<Action> actions) {
        found = new FilteredList<>(FXCollections.observableArrayList(actions));
        list = new ListView<>(found);
        list.setCellFactory(view -> new ActionCell());
        list.setPrefSize(420, 260);
        list.setOnMouseClicked(click -> runChosen());
        typed.setId("palette");
        typed.setPromptText("Type what you want to do");
        typed.textProperty().addListener(observable -> filter());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        VBox box = new VBox(typed, list);
        box.getStyleClass().add("palette");
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    /** Opens it over a window. */
    public void show(Window window) {
        typed.clear();
        filter();
        popup.show(window, window.getX() + window.getWidth() / 2 - 210, window.getY() + 90);
        typed.requestFocus();
    }

    private void filter() {
        String part = typed.getText().toLowerCase(Locale.ROOT);
        found.setPredicate(action -> action.whyNot().get().isEmpty()
                && (action.name() + " " + action.meaning())
                        .toLowerCase(Locale.ROOT)
                        .contains(part));
        list.getSelectionModel().selectFirst();
    }

    private void steer(KeyEvent press) {
        if (press.getCode() == KeyCode.ENTER) {
            runChosen();
        } else if (press.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
        } else if (press.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
        } else {
            return;
        }
        press.consume();
    }

    private void runChosen() {
        Action chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            chosen.run();
        }
    }

    private static final class ActionCell extends ListCell<Action> {
        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty) {
                setGraphic(null);
            } else {
                BorderPane row = new BorderPane();
                row.setLeft(new Label(action.name() + ": " + action.meaning()));
                row.setRight(new Label(action.keyText()));
                setGraphic(row);
            }
        }
    }
}
