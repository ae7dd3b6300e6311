package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.isdarts.event.RunEvent;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the window makes at its start of a search that was left midway. */
@ExtendWith(ApplicationExtension.class)
class NewestRunTest {
    @TempDir
    private Path runs;

    private final Remembered remembered = new Remembered(new MemoryPreferences());
    private Stage window;
    private Workbench workbench;

    @Start
    void open(Stage stage) {
        window = stage;
        workbench = new Workbench(stage, runs, remembered, new QuietSurroundings());
        workbench.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            workbench.model().close();
            window.hide();
        });
    }

    @Test
    void aRunLeftByQuittingGoesOnWithOneClick(FxRobot robot) throws TimeoutException {
        RunFolder run = leftByQuitting();
        startAgain(robot);
        await(() -> robot.lookup(".notice-offer").tryQuery().isPresent());
        robot.clickOn(robot.from(robot.lookup(".notice-offer")).lookup("Resume").queryButton());
        await(() -> run.summary().state() == RunState.FINISHED);
        assertThat(robot.lookup(".notice-offer").tryQuery()).isEmpty();
    }

    @Test
    void aRunLeftByQuittingIsOfferedThoughOthersAreNewer(FxRobot robot) throws TimeoutException {
        leftByQuitting();
        RealRuns.finished(runs.resolve("newer"), RealRuns.config(IsDartsScores.FISHER, 7));
        startAgain(robot);
        await(() -> robot.lookup(".notice-offer").tryQuery().isPresent());
        assertThat(offer(robot)).startsWith("stopped was stopped when the window closed");
    }

    /** As where its process had not ended yet when the window opened again. */
    @Test
    void aRunLeftByQuittingIsOfferedWhereItIsShownAlready(FxRobot robot) throws TimeoutException {
        RunFolder run = leftByQuitting();
        robot.interact(() -> workbench.runs().open(run.path()));
        await(() -> robot.lookup(".notice-offer").tryQuery().isPresent());
    }

    @Test
    void theNewestRunThatBrokeOffIsOfferedBeforeOneLeftByQuitting(FxRobot robot) throws TimeoutException {
        RunFolder left = leftByQuitting();
        RealRuns.failed(runs.resolve("failed"));
        startAgain(robot);
        await(() -> robot.lookup(".notice-offer").tryQuery().isPresent());
        assertThat(offer(robot)).startsWith("failed failed");
        assertThat(remembered.all()).containsEntry("left", left.path().toString());
    }

    @Test
    void aFailedRunGoesOnWithOneClick(FxRobot robot) throws TimeoutException {
        RunFolder run = RealRuns.failed(runs.resolve("failed"));
        assertThat(run.summary().state()).isEqualTo(RunState.FAILED);
        startAgain(robot);
        await(() -> robot.lookup(".notice-offer").tryQuery().isPresent());
        robot.clickOn(robot.from(robot.lookup(".notice-offer")).lookup("Resume").queryButton());
        await(() -> run.summary().state() == RunState.FINISHED);
    }

    @Test
    void aFailedRunThatGoesOnDoesNotSayThatItFailed(FxRobot robot) throws TimeoutException {
        RunFolder run = RealRuns.failed(runs.resolve("failed"));
        robot.interact(() -> workbench.searches().resume(run.path()));
        await(() -> workbench.model().history().get().end() instanceof RunEvent.Finished);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#notice .label").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .filter(text -> text.startsWith("The search")))
                .singleElement()
                .asString()
                .startsWith("The search is finished");
    }

    @Test
    void aRunStoppedOnPurposeIsNotOffered(FxRobot robot) throws TimeoutException {
        RealRuns.stopped(runs.resolve("stopped"));
        startAgain(robot);
        awaitReading();
        assertThat(robot.lookup(".notice-offer").tryQuery()).isEmpty();
    }

    @Test
    void aRunThatWasRefusedIsNotOfferedAgain(FxRobot robot) throws TimeoutException {
        RealRuns.failed(runs.resolve("failed"));
        startAgain(robot);
        await(() -> robot.lookup(".notice-offer").tryQuery().isPresent());
        robot.clickOn("Dismiss");
        startAgain(robot);
        awaitReading();
        assertThat(robot.lookup(".notice-offer").tryQuery()).isEmpty();
    }

    @Test
    void aFinishedRunIsNotOffered(FxRobot robot) throws TimeoutException {
        RealRuns.copyTo(runs);
        startAgain(robot);
        awaitReading();
        assertThat(robot.lookup(".notice-offer").tryQuery()).isEmpty();
    }

    private void startAgain(FxRobot robot) {
        robot.interact(workbench::takeUpNewestRun);
    }

    private static void awaitReading() throws TimeoutException {
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("isdarts-runs")));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private RunFolder leftByQuitting() {
        RunFolder run = RealRuns.stopped(runs.resolve("stopped"));
        remembered.keep(Map.of("left", run.path().toString()));
        return run;
    }

    private static String offer(FxRobot robot) {
        return robot.from(robot.lookup(".notice-offer"))
                .lookup(".label")
                .queryLabeled()
                .getText();
    }
}
