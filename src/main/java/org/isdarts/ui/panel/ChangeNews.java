package org.isdarts.ui.panel;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What came of the last change, and the button that takes it back; earlier changes can be taken back after it. */
public final class ChangeNews extends HBox {
    private final Label words = new Label();
    private final Button undo = new Button("Undo");
    private final Button close = new Button("Close");
    private final Deque<Runnable> undoing = new ArrayDeque<>();

    /** @param id of the words */
    public ChangeNews(String id) {
        super(6);
        getStyleClass().add("change-news");
        words.setId(id);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        undo.setId("undo");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setTooltip(new Tooltip("Undo the last change (Ctrl+Z in the list)"));
        undo.setOnAction(click -> undo());
        close.setId("close-news");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(click -> tell(""));
        getChildren().addAll(words, undo, close);
        tell("");
    }

    /** Tells something that cannot be taken back; nothing if empty. */
    public void tell(String text) {
        words.setText(text);
        undo.setVisible(false);
        undo.setManaged(false);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }

    /** Tells what was done. */
    public void tell(String text, Runnable takeBack) {
        undoing.push(takeBack);
        tell(text);
        undo.setVisible(true);
        undo.setManaged(true);
    }

    /** Takes the latest change back that was not taken back yet. */
    public void undo() {
        if (!undoing.isEmpty()) {
            tell("");
            undoing.pop().run();
        }
    }
}
