package org.isdarts.ui;

import javafx.geometry.Pos;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/** RunNotice above all windows of the desktop, until they are closed. A click on them leads to the window they come from. */
final class DesktopNotice {
    private DesktopNotice() {}

    /** Tells news of a run. */
    static void show(Stage stage, String run, RunNotice news) {
        Notifications notification = Notifications.create()
                .owner(stage)
                .title("IS-DARTS: " + run)
                .text(news.words())
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(Duration.INDEFINITE)
                .onAction(click -> {
                    stage.setIconified(false);
                    stage.toFront();
                });
        switch (news.kind()) {
            case GOOD -> notification.showInformation();
            case WARNING -> notification.showWarning();
            case FAILURE -> notification.showError();
        }
    }
}
