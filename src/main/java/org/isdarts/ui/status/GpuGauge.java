package org.isdarts.ui.status;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.isdarts.device.GpuLoad;
import org.isdarts.event.History;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.bridge.FxTimer;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.WorkbenchModel;

/**
 * Utilization, memory and temperature of this machine's GPU while the open run computes on it. Elsewhere it takes no
 * room, and the driver is not asked.
 */
final class GpuGauge extends Label {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final WorkbenchModel model;
    private final Supplier<Optional<GpuLoad>> load;
    private final FxTimer timer = new FxTimer(PERIOD, this::ask);
    private Background asking;
    private boolean asks;

    /** @param load asks the driver, off the window's thread */
    GpuGauge(WorkbenchModel model, Supplier<Optional<GpuLoad>> load) {
        this.model = model;
        this.load = load;
        setId("gpu-load");
        setTooltip(new Tooltip("Utilization, memory in use and temperature of the GPU, as NVIDIA's driver tells them"));
        setMinWidth(USE_PREF_SIZE);
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        model.history().addListener(observable -> follow());
        model.state().addListener(observable -> follow());
        follow();
    }

    private void follow() {
        boolean wanted = computesHere(model.run().get(), model.history().get());
        if (wanted == asks) {
            return;
        }
        asks = wanted;
        if (wanted) {
            timer.start();
            ask();
        } else {
            timer.stop();
            setText("");
        }
    }

    private boolean computesHere(RunSource run, History history) {
        return run != null
                && run.folder().isPresent()
                && model.state().get().isLive()
                && history.start() != null
                && history.start().kernels().endsWith("cuda");
    }

    private void ask() {
        if (asking == null || !asking.isRunning()) {
            asking = Background.start("isdarts-gpu-load", cancelled -> load.get(), this::show, Background::unexpected);
        }
    }

    private void show(Optional<GpuLoad> told) {
        setText(asks ? told.map(GpuLoad::words).orElse("") : "");
    }
}
