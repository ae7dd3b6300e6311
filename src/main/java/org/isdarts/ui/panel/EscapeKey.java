package org.isdarts.ui.panel;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Esc in a dialog: presses a button once the key is handled. JavaFX would press it while a text field still handles the key,
 * and crashes on GTK where the window is gone then.
 */
public final class EscapeKey {
    private EscapeKey() {}

    /** Has Esc press a button of a dialog. */
    public static void presses(ButtonType button, DialogPane pane) {
        pane.addEventHandler(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.ESCAPE) {
                press.consume();
                Platform.runLater(((Button) pane.lookupButton(button))::fire);
            }
        });
    }
}
