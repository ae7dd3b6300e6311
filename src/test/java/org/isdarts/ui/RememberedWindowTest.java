package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RememberedWindowTest {
    private final Remembered store = new Remembered(new MemoryPreferences());
    private SplitPane split;

    @Start
    void divide(Stage stage) {
        split = new SplitPane(new Pane(), new Pane());
    }

    @Test
    void theFirstStartTakesTheWholeOfASmallScreen(FxRobot robot) {
        assertThat(restored(robot).isMaximized()).isTrue();
    }

    @Test
    void aWindowThatDoesNotFillTheScreenHasASizeOfItsOwn(FxRobot robot) {
        store.keep(Map.of("maximized", "false"));
        Stage stage = restored(robot);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertThat(stage.getWidth()).isCloseTo(0.85 * screen.getWidth(), within(1.0));
        assertThat(stage.getHeight()).isCloseTo(0.85 * screen.getHeight(), within(1.0));
        assertThat(stage.getX()).isCloseTo((screen.getWidth() - stage.getWidth()) / 2, within(1.0));
    }

    @Test
    void aWindowComesBackWhereItWas(FxRobot robot) {
        store.keep(Map.of("maximized", "false", "place", "40.0 30.0 700.0 500.0"));
        Stage stage = restored(robot);
        assertThat(new double[] {stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()})
                .containsExactly(40, 30, 700, 500);
    }

    @Test
    void aWindowThatWasOnAScreenThatIsGoneComesBackOnThisOne(FxRobot robot) {
        store.keep(Map.of("maximized", "true", "place", "9000.0 30.0 700.0 500.0"));
        assertThat(restored(robot).getX()).isZero();
    }

    @Test
    void aDamagedPlaceCountsAsNone(FxRobot robot) {
        store.keep(Map.of("place", "here there 700.0 500.0"));
        assertThat(restored(robot).isMaximized()).isTrue();
    }

    @Test
    void whatIsKeptIsRestored(FxRobot robot) {
        robot.interact(() -> {
            Stage before = new Stage();
            before.setX(40);
            before.setY(30);
            before.setWidth(700);
            before.setHeight(500);
            split.setDividerPositions(0.3);
            new RememberedWindow(store).keep(before, Map.of("views", split));
            split.setDividerPositions(0.7);
        });
        assertThat(restored(robot).getWidth()).isEqualTo(700);
        assertThat(split.getDividerPositions()[0]).isCloseTo(0.3, within(0.001));
    }

    private Stage restored(FxRobot robot) {
        Stage[] stage = new Stage[1];
        robot.interact(() -> {
            stage[0] = new Stage();
            stage[0].setScene(new Scene(new Pane()));
            new RememberedWindow(store).restore(stage[0], Map.of("views", split));
        });
        return stage[0];
    }
}
