package org.isdarts.app;

import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.isdarts.queue.SearchQueue;
import org.isdarts.queue.SearchQueue.Planned;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.search.Demo;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes the pictures of the walk through the workbench (docs/walkthrough.md): begins the demo in the program's own window
 * and does with keys and mouse what the text tells. Its argument is the folder they are written to; the working folder
 * gets the runs.
 */
public final class WalkthroughPictures {
    private static final Duration SEARCH = Duration.ofMinutes(15);
    private static final Path RUNS = Path.of("runs").toAbsolutePath();
    private static final Path DEMO = RUNS.resolve("demo");

    private final FxRobot robot = new FxRobot();
    private final Path pictures;

    private WalkthroughPictures(Path pictures) {
        this.pictures = pictures;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        int status = 1;
        try {
            new WalkthroughPictures(Path.of(arguments[0]).toAbsolutePath()).walk();
            status = 0;
        } catch (Exception | Error failed) {
            // The program's log, where it would be told else, lies in the temporary home.
            failed.printStackTrace(System.out);
        } finally {
            System.exit(status);
        }
    }

    private void walk() throws Exception {
        Stage window = FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(WindowApplication.class, WindowApplication.DEMO);
        size(window);
        search();
        finishedRun();
        ownSearch();
        severalSeeds();
    }

    private void size(Stage window) {
        robot.interact(() -> {
            window.setX(0);
            window.setY(0);
            window.setWidth(1366);
            window.setHeight(768);
        });
    }

    private void search() throws Exception {
        awaitText("#epochs-done", "after epoch 6 of");
        settle();
        picture("live-search");
        awaitText("#state", "finished");
        settle();
        // The notice names the folder of the runs, which is another one here than on a reader's machine.
        robot.clickOn("Close");
        settle();
        picture("finished");
    }

    private void finishedRun() throws Exception {
        robot.clickOn("All settings …");
        ownWindow("settings");
        // The row of the 3x3 convolution lies below the middle.
        robot.clickOn(robot.offset("#mask-figure", 0, 8));
        settle();
        picture("operation");
        robot.clickOn("#export");
        ownWindow("export");
        robot.clickOn("#commands").write("View a genotype").push(KeyCode.ENTER);
        settle();
        robot.interact(() -> robot.lookup("#genotype-text")
                .queryTextInputControl()
                .setText(RunFolder.open(DEMO).summary().genotype()));
        ownWindow("genotype");
    }

    private void ownSearch() throws Exception {
        robot.clickOn("#theme");
        robot.clickOn("#new-search");
        settle();
        for (int page = 0; page < 2; page++) {
            robot.clickOn(
                    robot.from(newest().getScene().getRoot()).lookup("Next").queryButton());
            settle();
        }
        ownWindow("wizard-dark");
    }

    private void severalSeeds() throws Exception {
        for (long seed = 1; seed <= 2; seed++) {
            RealRuns.finished(RUNS.resolve("demo-seed-" + seed), withSeed(seed));
        }
        settle();
        robot.interact(
                () -> robot.lookup("#runs").queryListView().getSelectionModel().selectAll());
        robot.clickOn("#compare");
        settle();
        picture("comparison-dark");
        robot.clickOn("#theme");
        new SearchQueue(RUNS)
                .add(List.of(
                        new Planned("demo-seed-3", withSeed(3)),
                        new Planned("demo-seed-4", withSeed(4)),
                        new Planned("demo-seed-5", withSeed(5))));
        robot.clickOn("#queue");
        ownWindow("queue");
    }

    private static SearchConfig withSeed(long seed) {
        return new SearchConfig(Demo.config().settings().with(RunSettings.SEED, seed));
    }

    /** Takes the picture of the window that was opened last, and closes it. */
    private void ownWindow(String name) throws IOException {
        settle();
        picture(name);
        Stage opened = newest();
        robot.interact(opened::close);
        settle();
    }

    private static Stage newest() {
        List<Stage> showing = Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(Stage::isShowing)
                .toList();
        return showing.get(showing.size() - 1);
    }

    private void picture(String name) throws IOException {
        Node root = newest().getScene().getRoot();
        CompletableFuture<WritableImage> image = new CompletableFuture<>();
        robot.interact(() -> image.complete(root.snapshot(null, null)));
        Path file = pictures.resolve(name + ".png");
        Files.createDirectories(pictures);
        ImageIO.write(SwingFXUtils.fromFXImage(image.join(), null), "png", file.toFile());
    }

    /** Waits until views that are drawn beside the window's thread have come. */
    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.sleep(2, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until a label of the window says something. */
    private void awaitText(String label, String text) throws TimeoutException {
        await(SEARCH, () -> robot.lookup(label).queryLabeled().getText().startsWith(text));
    }
}
