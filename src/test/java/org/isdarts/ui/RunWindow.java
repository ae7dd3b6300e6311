package org.isdarts.ui;

import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window with a finished run open in it. */
final class RunWindow {

    private final Stage stage;
    private final Workbench workbench;
    private final WorkbenchModel model;

    /** Opens it, on the JavaFX thread. */
    RunWindow(Stage stage, Path run) {
        this.stage = stage;
        workbench = new Workbench(
                stage,
                run.getParent(),
                new Remembered(new MemoryPreferences()),
                new QuietSurroundings(run.getParent()));
        model = workbench.model();
        workbench.show();
        workbench.runs().open(run);
    }

    /** Opens another run instead, on the JavaFX thread. */
    void open(Path run) {
        workbench.runs().open(run);
    }

    Stage stage() {
        return stage;
    }

    /** What can be done, by its name. */
    Action action(String name) {
        return workbench.actions().all().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    WorkbenchModel model() {
        return model;
    }

    /** Waits until the whole run is shown. */
    void awaitRun() throws TimeoutException {
        await(() -> model.history().get().end() != null);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void close(FxRobot robot) {
        robot.interact(() -> {
            model.close();
            stage.hide();
        });
    }
}
