package org.isdarts.ui;

import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.figure.FigureTheme;
import org.isdarts.golden.GoldenPicture;
import org.isdarts.space.Candidate;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on the smallest screen it is made for, with a run whose events are the same everywhere. */
@ExtendWith(ApplicationExtension.class)
class GoldenWindowTest {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;

    /** The window's text is in the system's font, whose letters may be wider or narrower. */
    private static final double TOLERATED = 0.1;

    @TempDir
    static Path runs;

    private Stage stage;
    private WorkbenchModel model;

    @Start
    void show(Stage shown) {
        stage = shown;
        Workbench workbench =
                new Workbench(stage, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings());
        model = workbench.model();
        workbench.show();
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            model.close();
            stage.hide();
        });
    }

    @ParameterizedTest(name = "{0} {1} at {2} times the size")
    @CsvSource({
        "nas-bench-201, LIGHT, 1",
        "nas-bench-201, DARK, 1",
        "darts, LIGHT, 1",
        "darts, DARK, 1",
        "nas-bench-201, LIGHT, 2"
    })
    void theWindowLooksAsItDidWhenItWasFoundGood(String space, FigureTheme theme, int scale, FxRobot robot)
            throws TimeoutException {
        robot.interact(() -> {
            model.reduceMotion().set(true);
            model.open(new Simulated(space));
        });
        await(() -> model.history().get().end() != null);
        robot.interact(() -> {
            model.theme().set(theme);
            model.lookAt(model.history().get().shrinkEpochs().get(1));
            model.select(new Candidate(2, 2));
        });
        await(() -> Stream.of("#curves-figure", "#importance-figure", "#mask-figure")
                .allMatch(figure ->
                        !robot.lookup(figure).queryAs(FigureView.class).plots().isEmpty()));
        WaitForAsyncUtils.sleep(1, java.util.concurrent.TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        new GoldenPicture("window-" + space + "-" + theme + "-" + scale, TOLERATED)
                .expect(SwingFXUtils.fromFXImage(picture(robot, scale), null));
    }

    private WritableImage picture(FxRobot robot, int scale) {
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        robot.interact(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(new Scale(scale, scale));
            picture.complete(stage.getScene().getRoot().snapshot(parameters, null));
        });
        return picture.join();
    }

    /** A run whose events do not depend on any machine. */
    private record Simulated(String name) implements RunSource {
        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public String place() {
            return "simulated";
        }

        @Override
        public void start(Consumer<RunEvent> listener) {
            (name.equals("darts") ? SimulatedSearch.darts(1) : SimulatedSearch.nasBench201(1)).forEach(listener);
        }

        @Override
        public boolean isAlive() {
            return false;
        }

        @Override
        public CompletionStage<Void> ended() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}
