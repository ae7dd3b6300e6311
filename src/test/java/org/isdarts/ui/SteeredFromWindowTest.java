package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.isdarts.event.RunEvent;
import org.isdarts.run.ProgramProcess;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.TinySearch;
import org.isdarts.run.Wish;
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

/** The window steers a search that another real process computes. */
@ExtendWith(ApplicationExtension.class)
class SteeredFromWindowTest {
    @TempDir
    private Path runs;

    @TempDir
    private Path output;

    private ProgramProcess search;
    private Workbench workbench;
    private Stage window;

    @Start
    void open(Stage stage) {
        window = stage;
        workbench = new Workbench(stage, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings());
        workbench.show();
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        robot.interact(() -> {
            workbench.model().close();
            window.hide();
        });
        if (search != null) {
            search.kill();
        }
    }

    @Test
    void theButtonsPauseResumeSaveAndStopTheSearchOfAnotherProcess(FxRobot robot) throws Exception {
        Path run = begin();
        robot.interact(() -> workbench.runs().open(run));
        awaitState(robot, "running");

        press(robot, "#pause");
        awaitState(robot, "paused");
        awaitAnswer(robot, "paused at ");
        assertThat(state(run)).isEqualTo(RunState.PAUSED);

        press(robot, "#resume");
        awaitState(robot, "running");
        awaitAnswer(robot, "resumed at ");

        long before = checkpoints(run);
        press(robot, "#checkpoint");
        awaitAnswer(robot, "saved at ");
        assertThat(checkpoints(run)).isGreaterThan(before);

        press(robot, "#stop");
        awaitState(robot, "stopped");
        awaitAnswer(robot, "stopped at ");
        assertThat(search.await()).isZero();
        assertThat(state(run)).isEqualTo(RunState.STOPPED);
    }

    @Test
    void aWindowStartedLaterSteersTheSearchItFinds(FxRobot robot) throws Exception {
        Path run = begin();
        robot.interact(workbench::takeUpNewestRun);
        awaitState(robot, "running");

        press(robot, "#stop");

        awaitState(robot, "stopped");
        assertThat(search.await()).isZero();
        assertThat(state(run)).isEqualTo(RunState.STOPPED);
    }

    @Test
    void aSearchStoppedFromTheWindowGoesOnInTheWindow(FxRobot robot) throws Exception {
        Path run = begin();
        robot.interact(() -> workbench.runs().open(run));
        press(robot, "#stop");
        assertThat(search.await()).isZero();

        press(robot, "#resume");

        awaitState(robot, "running");
        assertThat(workbench.model().search()).isPresent();
        robot.interact(() -> workbench.model().stop());
        await(() -> workbench.model().search().isEmpty());
    }

    @Test
    void aPauseThatAnotherWindowAskedForCanBeEndedHere(FxRobot robot) throws Exception {
        Path run = begin();
        robot.interact(() -> workbench.runs().open(run));
        awaitState(robot, "running");
        Wish.ask(RunFolder.open(run), Wish.Kind.PAUSE);
        awaitState(robot, "paused");

        press(robot, "#resume");

        awaitState(robot, "running");
    }

    /** The button that was pressed can no longer be; Space is not to press the one beside it, which stops the search. */
    @Test
    void spaceResumesWhatTheButtonPaused(FxRobot robot) throws Exception {
        Path run = begin();
        robot.interact(() -> workbench.runs().open(run));
        awaitState(robot, "running");
        robot.clickOn("#pause");
        awaitState(robot, "paused");

        robot.type(KeyCode.SPACE);

        awaitState(robot, "running");
    }

    @Test
    void aPauseThatAnotherWindowEndedIsNoLongerTold(FxRobot robot) throws Exception {
        Path run = begin();
        robot.interact(() -> workbench.runs().open(run));
        press(robot, "#pause");
        awaitAnswer(robot, "paused at ");
        Wish.ask(RunFolder.open(run), Wish.Kind.RESUME);
        awaitState(robot, "running");
        await(() -> robot.lookup("#steering").queryLabeled().getText().isEmpty());
    }

    @Test
    void aFinishedRunSaysWhyItCannotBeSteered(FxRobot robot) throws Exception {
        RealRuns.copyTo(runs);
        robot.interact(() -> workbench.runs().open(runs.resolve("fisher-7")));
        await(() -> workbench.model().atRest().get());
        WaitForAsyncUtils.waitForFxEvents();

        for (String button : List.of("#pause", "#stop", "#checkpoint")) {
            Button steering = robot.lookup(button).queryButton();
            assertThat(steering.isDisabled()).isTrue();
            assertThat(steering.getAccessibleHelp()).contains("cannot be steered", "(it is finished)");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndNothingStaysAsked(FxRobot robot) throws Exception {
        Path run = begin();
        robot.interact(() -> workbench.runs().open(run));
        awaitState(robot, "running");
        Files.createFile(Files.createDirectories(run.resolve("wish.json")).resolve("in the way"));

        press(robot, "#pause");

        await(() -> robot.lookup("#notice").tryQuery().isPresent());
        assertThat(robot.from(robot.lookup("#notice"))
                        .lookup(".label")
                        .queryLabeled()
                        .getText())
                .startsWith("cannot ask the search in " + run);
        assertThat(workbench.model().steering().get()).isNull();
    }

    /** Begins a search that is too long for any test, and waits for its first epoch. */
    private Path begin() throws IOException, InterruptedException {
        Path run = runs.resolve("elsewhere");
        List<String> arguments = new ArrayList<>(List.of("search", "--run-dir", run.toString()));
        arguments.addAll(TinySearch.options());
        arguments.set(arguments.indexOf("--epochs") + 1, "5000");
        search = ProgramProcess.start(output.resolve("search.txt"), arguments);
        search.awaitOutput("epoch 1/5000");
        return run;
    }

    private static void press(FxRobot robot, String button) throws TimeoutException {
        await(() -> !robot.lookup(button).queryButton().isDisabled());
        robot.clickOn(button);
    }

    private static void awaitState(FxRobot robot, String word) throws TimeoutException {
        await(() -> robot.lookup("#state").queryLabeled().getText().equals(word));
    }

    private static void awaitAnswer(FxRobot robot, String words) throws TimeoutException {
        await(() -> robot.lookup("#steering").queryLabeled().getText().startsWith(words));
    }

    private static RunState state(Path run) {
        return RunFolder.open(run).summary().state();
    }

    private static long checkpoints(Path run) {
        return RunFolder.open(run).events().stream()
                .filter(RunEvent.CheckpointWritten.class::isInstance)
                .count();
    }
}
