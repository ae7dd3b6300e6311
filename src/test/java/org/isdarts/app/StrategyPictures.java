package org.isdarts.app;

import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.stage.Stage;
import org.isdarts.run.RunFolder;
import org.isdarts.strategy.choice.Strategies;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Takes a picture of the views for every run in a folder, such as that of a sweep over all strategies, and calls it after
 * the strategy: those of docs/strategies.md. Arguments are the folder of the runs and the folder of the pictures.
 */
public final class StrategyPictures {
    private static final Duration OPENED = Duration.ofMinutes(2);

    private final FxRobot robot = new FxRobot();
    private final WindowPictures pictures;

    private StrategyPictures(Path folder) {
        this.pictures = new WindowPictures(robot, folder);
    }

    public static void main(String[] arguments) {
        WindowPictures.takeAndExit(
                () -> new StrategyPictures(Path.of(arguments[1]).toAbsolutePath())
                        .takeAll(Path.of(arguments[0]).toAbsolutePath()));
    }

    private void takeAll(Path folder) throws Exception {
        try (Stream<Path> runs = Files.list(folder)) {
            for (Path run : runs.sorted().toList()) {
                take(RunFolder.open(run));
            }
        }
    }

    private void take(RunFolder run) throws Exception {
        Stage window = FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(WindowApplication.class, run.path().toString());
        pictures.size(window);
        await(OPENED, () -> robot.lookup("#state").queryLabeled().getText().startsWith("finished"));
        pictures.settle();
        while (robot.lookup("Dismiss").tryQuery().isPresent()) {
            robot.clickOn("Dismiss");
            pictures.settle();
        }
        picture(
                window.getScene().getRoot(),
                "strategy-"
                        + run.manifest()
                                .configuration()
                                .settings()
                                .get(Strategies.STRATEGY)
                                .name());
        FxToolkit.cleanupStages();
    }

    private Bounds inScene(String view) {
        Node node = robot.lookup(view).query();
        return node.localToScene(node.getLayoutBounds());
    }

    /** The four views, without list and inspector beside them. */
    private void picture(Node root, String name) throws IOException {
        Bounds first = inScene("#cell-view");
        Bounds last = inScene("#mask-view");
        SnapshotParameters views = new SnapshotParameters();
        views.setViewport(new Rectangle2D(
                first.getMinX(), first.getMinY(), last.getMaxX() - first.getMinX(), last.getMaxY() - first.getMinY()));
        pictures.write(root, views, name);
    }
}
