package org.isdarts.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/**
 * News of a run above all windows of the desktop, for a user who works in another program. It stays until it is closed or
 * the user returns, to whom the window tells it. A click on it leads to that window.
 */
final class DesktopNotice {
    private DesktopNotice() {}

    /** Whether the user works in another program: no window of this one has the keyboard. */
    static boolean isWanted() {
        return stages().noneMatch(Window::isFocused);
    }

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
        stages().map(Window::focusedProperty).forEach(DesktopNotice::closesOn);
    }

    private static Stream<Window> stages() {
        return Window.getWindows().stream().filter(Stage.class::isInstance);
    }

    /**
     * Closes what is told once a window gets the keyboard: above a dialog it would cover buttons, and the dialog would keep
     * presses from it.
     */
    static void closesOn(ObservableValue<Boolean> keyboard) {
        keyboard.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> observable, Boolean before, Boolean now) {
                if (now) {
                    observable.removeListener(this);
                    closeAll();
                }
            }
        });
    }

    private static void closeAll() {
        List.copyOf(Window.getWindows()).stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".notification-bar .close-button").stream())
                .forEach(close -> ((Button) close).fire());
    }
}
