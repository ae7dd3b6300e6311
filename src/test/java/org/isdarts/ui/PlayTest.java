package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.isdarts.run.RealRuns;
import org.isdarts.ui.model.WorkbenchModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Playing a finished run of four epochs. */
@ExtendWith(ApplicationExtension.class)
class PlayTest {
    @TempDir
    static Path runs;

    private final List<Integer> seen = new CopyOnWriteArrayList<>();
    private RunWindow window;
    private WorkbenchModel model;

    @BeforeAll
    static void search() {
        RealRuns.copyTo(runs);
    }

    @Start
    void show(Stage stage) {
        window = new RunWindow(stage, runs.resolve("fisher-7"));
        model = window.model();
    }

    @BeforeEach
    void awaitRun(FxRobot robot) throws TimeoutException {
        window.awaitRun();
        robot.interact(() -> model.epoch().addListener((observable, before, now) -> seen.add(now)));
        robot.clickOn("8×");
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void playShowsOneEpochAfterTheOtherUpToTheLatest(FxRobot robot) throws TimeoutException {
        robot.clickOn("#play");
        await(() -> seen.contains(WorkbenchModel.LIVE));
        assertThat(seen).startsWith(0, 1, 2).endsWith(WorkbenchModel.LIVE).isSorted();
        assertThat(seen).hasSize(model.history().get().epochs().size() + 1);
    }

    @Test
    void theButtonOffersToPlayAgainAtTheEnd(FxRobot robot) throws TimeoutException {
        robot.clickOn("#play");
        assertThat(icon(robot)).isEqualTo(Feather.PAUSE);
        await(() -> icon(robot) == Feather.PLAY);
        assertThat(model.epoch().get()).isEqualTo(WorkbenchModel.LIVE);
    }

    @Test
    void playedToItsEndARunPlaysFromItsStartAgain(FxRobot robot) throws TimeoutException {
        robot.clickOn("#play");
        await(() -> icon(robot) == Feather.PLAY);
        seen.clear();
        robot.clickOn("#play");
        await(() -> seen.contains(WorkbenchModel.LIVE));
        assertThat(seen).startsWith(0, 1);
    }

    @Test
    void pausedItStaysAtTheEpochAndPlaysOnFromThere(FxRobot robot) throws TimeoutException {
        robot.clickOn("1×").clickOn("#play");
        await(() -> seen.contains(1));
        robot.clickOn("#play");
        int held = model.epoch().get();
        assertThat(icon(robot)).isEqualTo(Feather.PLAY);
        seen.clear();
        robot.clickOn("8×").clickOn("#play");
        await(() -> !seen.isEmpty());
        assertThat(seen.get(0)).isIn(held + 1, WorkbenchModel.LIVE);
    }

    @Test
    void itsKeyPlaysToo(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.P);
        await(() -> seen.contains(1));
    }

    private static Object icon(FxRobot robot) {
        return ((FontIcon) robot.lookup("#play").queryAs(ToggleButton.class).getGraphic()).getIconCode();
    }
}
