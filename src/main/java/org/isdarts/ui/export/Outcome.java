package org.isdarts.ui.export;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What came of an export, and the way to what was saved. */
final class Outcome extends HBox {
    private final Consumer<Path> showFolder;
    private final Label words = new Label();
    private final Button folder = new Button("Open folder");

    /**
     * Nothing yet.
     *
     * @param id of the words
     * @param showFolder shows a folder in the desktop's file manager
     */
    Outcome(String id, Consumer<Path> showFolder) {
        super(10);
        this.showFolder = showFolder;
        words.setId(id);
        words.setWrapText(true);
        folder.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, folder);
        tell("");
    }

    /** Tells something else than that files were saved. */
    void tell(String text) {
        words.setText(text);
        folder.setVisible(false);
    }

    /** Tells that files were saved in a folder. */
    void saved(String text, Path place) {
        words.setText(text);
        folder.setOnAction(click -> showFolder.accept(place));
        folder.setVisible(true);
    }
}
