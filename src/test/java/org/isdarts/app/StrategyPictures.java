package org.isdarts.app;

import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.isdarts.run.RunFolder;
import org.isdarts.strategy.choice.Strategies;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes a picture of the views for every run in a folder, such as that of a sweep over all strategies, and calls it after
 * the strategy: those of docs/strategies.md. Arguments are the folder of the runs and the folder of the pictures.
 */
public final class StrategyPictures {
    private static final Duration OPENED = Duration.ofMinutes(2);

    private final FxRobot robot = new FxRobot();
    private final Path pictures;

    private StrategyPictures(Path pictures) {
        this.pictures = pictures;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        int status = 1;
        try (Stream<Path> runs = Files.list(Path.of(arguments[0]).toAbsolutePath())) {
            StrategyPictures taking = new StrategyPictures(Path.of(arguments[1]).toAbsolutePath());
            for (Path run : runs.sorted().toList()) {
                taking.take(RunFolder.open(run));
            }
            status = 0;
        } catch (Exception | Error failed) {
            // The program's log, where it would be told else, lies in the temporary home.
            failed.printStackTrace(System.out);
        } finally {
            System.exit(status);
        }
    }

    private void take(RunFolder run) throws Exception {
        Stage window = FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(WindowApplication.class, run.path().toString());
        robot.interact(() -> {
            window.setX(0);
            window.setY(0);
            window.setWidth(1366);
            window.setHeight(768);
        });
        await(OPENED, () -> robot.lookup("#state").queryLabeled().getText().startsWith("finished"));
        settle();
        while (robot.lookup("Dismiss").tryQuery().isPresent()) {
            robot.clickOn("Dismiss");
            settle();
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

    /** Waits until views that are drawn beside the window's thread have come. */
    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.sleep(2, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The four views, without list and inspector beside them. */
    private void picture(Node root, String name) throws IOException {
        Bounds first = inScene("#cell-view");
        Bounds last = inScene("#mask-view");
        SnapshotParameters views = new SnapshotParameters();
        views.setViewport(new Rectangle2D(
                first.getMinX(), first.getMinY(), last.getMaxX() - first.getMinX(), last.getMaxY() - first.getMinY()));
        CompletableFuture<WritableImage> image = new CompletableFuture<>();
        robot.interact(() -> image.complete(root.snapshot(views, null)));
        Files.createDirectories(pictures);
        Path file = pictures.resolve(name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image.join(), null), "png", file.toFile());
    }
}
