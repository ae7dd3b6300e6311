package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DesktopNoticeTest {
    private Stage window;

    @Start
    void open(Stage stage) {
        window = stage;
        // The look of the real window, which defines the colors that ControlsFX asks for.
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(new Pane(), 600, 400);
        scene.getStylesheets().add(Workbench.class.getResource("workbench.css").toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void saysWhichRunAndWhat(FxRobot robot) throws TimeoutException {
        robot.interact(
                () -> DesktopNotice.show(window, "first", new RunNotice(RunNotice.Kind.GOOD, "It is done.", "", 0)));
        await(() -> robot.lookup(".notification-bar").tryQuery().isPresent());
        assertThat(robot.lookup("IS-DARTS: first").tryQuery()).isPresent();
        assertThat(robot.lookup("It is done.").tryQuery()).isPresent();
    }

    @Test
    void goesWhenTheUserReturns(FxRobot robot) throws TimeoutException {
        // Without a display a window never loses the keyboard, and so cannot get it again.
        BooleanProperty keyboard = new SimpleBooleanProperty();
        robot.interact(() -> {
            DesktopNotice.show(window, "first", new RunNotice(RunNotice.Kind.GOOD, "It is done.", "", 0));
            DesktopNotice.closesOn(keyboard);
        });
        await(() -> robot.lookup(".notification-bar").tryQuery().isPresent());
        robot.interact(() -> keyboard.set(true));
        await(() -> robot.lookup(".notification-bar").tryQuery().isEmpty());
    }

    @Test
    void isNotWantedByWhoIsInADialog(FxRobot robot) {
        Stage dialog = dialog(robot);
        robot.interact(window::hide);
        assertThat(DesktopNotice.isWanted()).isFalse();
        robot.interact(dialog::close);
        assertThat(DesktopNotice.isWanted()).isTrue();
    }

    private Stage dialog(FxRobot robot) {
        AtomicReference<Stage> dialog = new AtomicReference<>();
        robot.interact(() -> {
            dialog.set(new Stage());
            dialog.get().setScene(new Scene(new Pane(), 300, 200));
            dialog.get().show();
        });
        return dialog.get();
    }
}
