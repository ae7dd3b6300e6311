package org.isdarts.ui;

import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Maximizes a window again that a dialog over it made smaller: JavaFX forbids a window to be resized while a dialog waits
 * over it, and some window managers do not leave such a window maximized.
 */
final class KeptMaximized {
    private final Stage stage;

    private KeptMaximized(Stage stage) {
        this.stage = stage;
    }

    /** Keeps a window so from now on. */
    static void of(Stage stage) {
        KeptMaximized kept = new KeptMaximized(stage);
        stage.maximizedProperty().addListener((observable, was, is) -> {
            if (was && !is) {
                kept.dialog().ifPresent(kept::restoreAfter);
            }
        });
    }

    private Optional<Stage> dialog() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(window -> window.getOwner() == stage && window.getModality() != Modality.NONE)
                .findFirst();
    }

    private void restoreAfter(Stage dialog) {
        dialog.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> Platform.runLater(() -> stage.setMaximized(true)));
    }
}
