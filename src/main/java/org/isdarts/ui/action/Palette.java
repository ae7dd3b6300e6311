package org.isdarts.ui.action;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.isdarts.ui.panel.TextWidth;

/** All that can be done now, found by typing a part of its name. */
public final class Palette {
    private static final double LEAST_WIDTH = 420;
    private static final double HEIGHT = 300;
    private static final double MARGIN = 60;
    private static final int ENTRIES_ABOVE = 3;
    private final Popup popup = new Popup();
    private final VBox box = new VBox();
    private final TextField typed = new TextField();
    private final ObservableList<Action> all = FXCollections.observableArrayList();
    private final FilteredList<Action> found = new FilteredList<>(all);
    private final ListView<Action> list;

    /** Of what there is now; more can be offered later. */
    public Palette(List<Action> actions) {
        all.setAll(actions);
        list = new ListView<>(found);
        list.setCellFactory(view -> new ActionCell());
        list.setPrefSize(LEAST_WIDTH, HEIGHT);
        list.setOnMouseClicked(click -> runChosen());
        typed.setId("palette");
        typed.setPromptText("Type a command");
        typed.textProperty().addListener(observable -> filter());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        box.getChildren().setAll(typed, list);
        box.getStyleClass().add("palette");
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    /** Opens it over a window. */
    public void show(Window window) {
        box.setStyle(window.getScene().getRoot().getStyle());
        typed.clear();
        filter();
        double width = width(window);
        list.setPrefWidth(width);
        popup.show(window, window.getX() + (window.getWidth() - width) / 2, window.getY() + 90);
        typed.requestFocus();
    }

    /** Holds these too, after the others. */
    public void offer(List<Action> more) {
        all.addAll(more);
        scrollToSelected();
    }

    /** As wide as its longest entry, where the window is. */
    private double width(Window window) {
        box.applyCss();
        double longest = all.stream()
                .mapToDouble(action -> TextWidth.of(line(action) + action.keyText(), typed.getFont()))
                .max()
                .orElse(0);
        return Math.min(window.getWidth() - 2 * MARGIN, Math.max(LEAST_WIDTH, longest + MARGIN));
    }

    private static String line(Action action) {
        return action.name() + ": " + action.meaning();
    }

    private void filter() {
        String part = typed.getText().toLowerCase(Locale.ROOT);
        found.setPredicate(action -> action.whyNot().get().isEmpty()
                && (action.name() + " " + action.meaning())
                        .toLowerCase(Locale.ROOT)
                        .contains(part));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void steer(KeyEvent press) {
        if (press.getCode() == KeyCode.ENTER) {
            runChosen();
        } else if (press.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
            scrollToSelected();
        } else if (press.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
            scrollToSelected();
        } else {
            return;
        }
        press.consume();
    }

    /** With some entries above it in sight. */
    private void scrollToSelected() {
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ENTRIES_ABOVE));
    }

    private void runChosen() {
        Action chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            chosen.run();
        }
    }

    private static final class ActionCell extends ListCell<Action> {
        ActionCell() {
            // The list's width, not the longest entry, decides how wide a cell is.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            setAccessibleText(empty ? null : line(action) + ", " + action.keyText());
            if (empty) {
                setGraphic(null);
            } else {
                Label words = new Label(line(action));
                words.setMaxWidth(Double.MAX_VALUE);
                HBox.setHgrow(words, Priority.ALWAYS);
                Label key = new Label(action.keyText());
                key.setMinWidth(USE_PREF_SIZE);
                HBox line = new HBox(MARGIN / 4, words, key);
                line.setAlignment(Pos.CENTER_LEFT);
                setGraphic(line);
            }
        }
    }
}
