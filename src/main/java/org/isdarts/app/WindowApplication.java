package org.isdarts.app;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import org.isdarts.run.RunFolder;
import org.isdarts.ui.Workbench;

/** Opens the window. Public, and with a constructor of no arguments, because JavaFX makes it. */
public final class WindowApplication extends Application {
    /** The argument that has the demo's search begin at once. */
    static final String DEMO = "demo";

    @Override
    public void start(Stage stage) {
        Workbench workbench = new Workbench(stage, Path.of("runs"));
        stage.show();
        if (getParameters().getRaw().contains(DEMO)) {
            workbench.beginDemo();
            workbench.model().search().ifPresent(search -> search.ended().thenRun(() -> writeFigures(search.path())));
        }
    }

    private static void writeFigures(Path runFolder) {
        if (RunFolder.isRun(runFolder) && RunFolder.open(runFolder).summary().genotype() != null) {
            DemoFigures.write(runFolder);
        }
    }
}
