package org.isdarts.ui.library;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a library without runs says: what will be here, and three ways to get there. */
final class EmptyLibrary extends VBox {
    EmptyLibrary(Runnable tryOut, Runnable newSearch, Runnable openFolder) {
        super(10);
        getStyleClass().add("empty-library");
        Label title = new Label("No runs yet");
        title.getStyleClass().add("empty-title");
        Label words = new Label("Every search is kept in a run folder and appears here while it runs and ever after.");
        words.setWrapText(true);
        getChildren()
                .addAll(
                        title,
                        words,
                        button("Try it on bundled images (about 2 minutes)", "try-it", tryOut),
                        button("New search …", "new-search", newSearch),
                        button("Open a run folder …", "open-folder", openFolder));
    }

    private static Button button(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
