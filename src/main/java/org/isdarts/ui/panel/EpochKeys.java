package org.isdarts.ui.panel;

import javafx.scene.input.KeyEvent;
import org.isdarts.ui.model.WorkbenchModel;

/** The keys that choose the epoch looked at in a view that has the keyboard: left and right, Home and End. */
public final class EpochKeys {
    private EpochKeys() {}

    /** Does what a key says, if it is one of these. */
    public static void press(WorkbenchModel model, KeyEvent press) {
        switch (press.getCode()) {
            case LEFT -> model.step(-1);
            case RIGHT -> model.step(1);
            case HOME -> model.lookAt(0);
            case END -> model.epoch().set(WorkbenchModel.LIVE);
            default -> {
                return;
            }
        }
        press.consume();
    }
}
