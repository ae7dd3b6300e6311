package org.isdarts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FaultWatchTest {
    @Test
    void anExceptionThatNobodyCatchesIsNoticed() throws InterruptedException {
        Thread failing = new Thread(() -> {
            throw new IllegalStateException("as it happens");
        });
        failing.start();
        failing.join();
        assertThat(FaultWatch.take()).singleElement().satisfies(fault -> assertThat(fault)
                .hasRootCauseMessage("as it happens"));
    }

    @Test
    void anExceptionOnTheWindowsThreadIsNoticed(FxRobot robot) {
        Platform.runLater(() -> {
            throw new IllegalStateException("in a click");
        });
        robot.interact(() -> {});
        assertThat(FaultWatch.take()).singleElement().satisfies(fault -> assertThat(fault)
                .hasRootCauseMessage("in a click"));
    }

    @Test
    void aColorThatCannotBeResolvedIsNoticed(FxRobot robot) {
        robot.interact(() -> {
            Pane pane = new Pane();
            pane.setStyle("-fx-background-color: -no-such-color");
            Stage stage = new Stage();
            stage.setScene(new Scene(pane));
            stage.show();
            stage.hide();
        });
        assertThat(FaultWatch.take())
                .anySatisfy(fault -> assertThat(fault).hasMessageContaining("-fx-background-color"));
    }
}
