package org.isdarts.app;

import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.isdarts.queue.SearchQueue;
import org.isdarts.queue.SearchQueue.Planned;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.search.Demo;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

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
    private final WindowPictures pictures;

    private WalkthroughPictures(Path folder) {
        this.pictures = new WindowPictures(robot, folder);
    }

    public static void main(String[] arguments) {
        WindowPictures.takeAndExit(
                () -> new WalkthroughPictures(Path.of(arguments[0]).toAbsolutePath()).walk());
    }

    private void walk() throws Exception {
        Stage window = FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(WindowApplication.class, WindowApplication.DEMO);
        pictures.size(window);
        search();
        finishedRun();
        ownSearch();
        severalSeeds();
    }

    private void search() throws Exception {
        awaitText("#epochs-done", "after epoch 6 of");
        pictures.settle();
        picture("live-search");
        awaitText("#state", "finished");
        pictures.settle();
        // The notice names the folder of the runs, which is another one here than on a reader's machine.
        robot.clickOn("Close");
        pictures.settle();
        picture("finished");
    }

    private void finishedRun() throws Exception {
        robot.clickOn("All settings …");
        ownWindow("settings");
        // The row of the 3x3 convolution lies below the middle.
        robot.clickOn(robot.offset("#mask-figure", 0, 8));
        pictures.settle();
        picture("operation");
        robot.clickOn("#export");
        ownWindow("export");
        robot.clickOn("#commands").write("View a genotype").push(KeyCode.ENTER);
        pictures.settle();
        robot.interact(() -> robot.lookup("#genotype-text")
                .queryTextInputControl()
                .setText(RunFolder.open(DEMO).summary().genotype()));
        ownWindow("genotype");
    }

    private void ownSearch() throws Exception {
        robot.clickOn("#theme");
        robot.clickOn("#new-search");
        pictures.settle();
        for (int page = 0; page < 2; page++) {
            robot.clickOn(
                    robot.from(newest().getScene().getRoot()).lookup("Next").queryButton());
            pictures.settle();
        }
        ownWindow("wizard-dark");
    }

    private void severalSeeds() throws Exception {
        for (long seed = 1; seed <= 2; seed++) {
            RealRuns.finished(RUNS.resolve("demo-seed-" + seed), withSeed(seed));
        }
        pictures.settle();
        robot.interact(
                () -> robot.lookup("#runs").queryListView().getSelectionModel().selectAll());
        robot.clickOn("#compare");
        pictures.settle();
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
        pictures.settle();
        picture(name);
        Stage opened = newest();
        robot.interact(opened::close);
        pictures.settle();
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
        pictures.write(newest().getScene().getRoot(), null, name);
    }

    /** Waits until a label of the window says something. */
    private void awaitText(String label, String text) throws TimeoutException {
        await(SEARCH, () -> robot.lookup(label).queryLabeled().getText().startsWith(text));
    }
}
