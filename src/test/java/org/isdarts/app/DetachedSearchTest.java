package org.isdarts.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.ui.QuietSurroundings;
import org.isdarts.ui.Workbench;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Real processes, and the window that comes back to them. */
@ExtendWith(ApplicationExtension.class)
class DetachedSearchTest {
    @TempDir
    private Path runs;

    private Workbench workbench;

    @Start
    void open(Stage stage) {
        workbench = new Workbench(stage, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings());
        workbench.show();
    }

    @Test
    void goesOnToTheEndInAProcessOfItsOwn() throws InterruptedException {
        RunFolder run = RealRuns.stopped(runs.resolve("left"));
        Process process = DetachedSearch.goOn(run.path());
        assertThat(process.waitFor()).isZero();
        assertThat(run.summary().state()).isEqualTo(RunState.FINISHED);
        assertThat(run.path().resolve(DetachedSearch.LOG))
                .content()
                .contains(run.summary().genotype());
    }

    @Test
    void theNextWindowFollowsItToTheEnd(FxRobot robot) throws TimeoutException {
        RunFolder run = RealRuns.stopped(runs.resolve("left"));
        DetachedSearch.goOn(run.path());
        await(() -> run.summary().state() == RunState.RUNNING);
        robot.interact(workbench::takeUpNewestRun);
        await(() -> robot.lookup("#state").queryLabeled().getText().equals("finished"));
        assertThat(workbench.model().history().get().epochs())
                .hasSize(run.manifest().configuration().epochs());
    }

    @Test
    void aProcessThatIsKilledWhileTheWindowFollowsIsMissedAndItsSearchOffered(FxRobot robot) throws TimeoutException {
        RunFolder run = RealRuns.stopped(runs.resolve("left"));
        Process process = DetachedSearch.goOn(run.path());
        await(() -> run.summary().state() == RunState.RUNNING);
        robot.interact(workbench::takeUpNewestRun);
        await(() -> workbench.model().history().get().start() != null);
        process.destroyForcibly();
        await(() -> robot.lookup("#state").queryLabeled().getText().equals("interrupted"));
        robot.clickOn("Resume");
        await(() -> robot.lookup("#state").queryLabeled().getText().equals("finished"));
    }

    @Test
    void aFolderWithoutRunIsRefused() {
        assertThatThrownBy(() -> DetachedSearch.goOn(runs)).isInstanceOf(RunException.class);
    }
}
