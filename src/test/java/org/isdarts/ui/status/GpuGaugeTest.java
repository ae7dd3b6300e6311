package org.isdarts.ui.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.isdarts.device.GpuLoad;
import org.isdarts.event.RunEvent;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.WorkbenchModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** On the log of a real search, told as if it had computed on a GPU. */
@ExtendWith(ApplicationExtension.class)
class GpuGaugeTest {
    @TempDir
    private static Path runs;

    private final WorkbenchModel model = new WorkbenchModel();
    private final AtomicInteger asked = new AtomicInteger();
    private GpuGauge gauge;

    @BeforeAll
    static void search() {
        RealRuns.copyTo(runs);
    }

    @Start
    void show(Stage stage) {
        gauge = new GpuGauge(model, () -> {
            asked.incrementAndGet();
            return Optional.of(new GpuLoad(87, 5325, 24_576, 61));
        });
        stage.setScene(new Scene(new HBox(gauge), 400, 60));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(model::close);
    }

    /** Tells the beginning of the search or all of it. */
    private static final class Told implements RunSource {
        private final List<RunEvent> events;

        Told(String kernels, boolean whole) {
            List<RunEvent> all = RunFolder.open(runs.resolve("fisher-7")).events().stream()
                    .map(event -> event instanceof RunEvent.Started started ? on(kernels, started) : event)
                    .toList();
            events = whole ? all : all.subList(0, 3);
        }

        private RunEvent on(String kernels, RunEvent.Started started) {
            return new RunEvent.Started(
                    started.time(),
                    started.method(),
                    started.settings(),
                    started.device(),
                    kernels,
                    started.trainImages(),
                    started.testImages(),
                    started.stepsPerEpoch(),
                    started.parameters(),
                    started.classes());
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(runs);
        }

        @Override
        public String name() {
            return "on a GPU";
        }

        @Override
        public String place() {
            return runs.toString();
        }

        @Override
        public void start(Consumer<RunEvent> listener) {
            events.forEach(listener);
        }

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public CompletionStage<Void> ended() {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }

    private void open(FxRobot robot, RunSource run) throws TimeoutException {
        robot.interact(() -> model.open(run));
        await(() -> model.history().get().start() != null);
    }

    private void awaitWords(String words) throws TimeoutException {
        await(() -> gauge.getText().equals(words));
    }

    @Test
    void tellsUtilizationMemoryAndTemperatureWhileASearchComputesOnAGpu(FxRobot robot) throws TimeoutException {
        open(robot, new Told("cuda", false));
        awaitWords("GPU 87 %, 5.2 of 24.0 GB, 61 °C");
        assertThat(gauge.isVisible()).isTrue();
    }

    @Test
    void tellsNothingOnceTheSearchHasFinished(FxRobot robot) throws TimeoutException {
        open(robot, new Told("cuda", false));
        awaitWords("GPU 87 %, 5.2 of 24.0 GB, 61 °C");
        open(robot, new Told("cuda", true));
        awaitWords("");
        assertThat(gauge.isManaged()).isFalse();
    }

    @Test
    void theDriverIsNotAskedWhileTheProcessorComputes(FxRobot robot) throws TimeoutException {
        open(robot, new Told("onednn", false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).hasValue(0);
        assertThat(gauge.isVisible()).isFalse();
    }
}
