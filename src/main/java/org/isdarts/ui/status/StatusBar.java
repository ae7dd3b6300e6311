package org.isdarts.ui.status;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.isdarts.device.GpuLoad;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent.BatchProgress;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.event.SearchState;
import org.isdarts.run.RunKinds;
import org.isdarts.text.Durations;
import org.isdarts.text.Numbers;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.Steering;
import org.isdarts.ui.model.WorkbenchModel;

/** One line: state, where the run is if not here, epoch, progress, time left, test accuracy, speed, GPU and device. */
public final class StatusBar extends HBox {
    private final WorkbenchModel model;
    private final Label state = new Label();
    private final Label steering = new Label();
    private final Label place = new Label();
    private final Label trouble = new Label();
    private final Label epoch = new Label();
    private final ProgressBar epochProgress = new ProgressBar(0);
    private final Label epochEnd = new Label();
    private final Label search = new Label();
    private final ProgressBar searchProgress = new ProgressBar(0);
    private final Label searchEnd = new Label();
    private final Label accuracy = new Label();
    private final Label speed = new Label();
    private final Label device = new Label();
    private final GpuGauge gpu;

    public StatusBar(WorkbenchModel model) {
        this.model = model;
        this.gpu = new GpuGauge(model, GpuLoad::now);
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        state.setId("state");
        steering.setId("steering");
        epoch.setId("epochs-done");
        state.getStyleClass().add("state");
        epochProgress.setTooltip(new Tooltip("This epoch"));
        epochProgress.setAccessibleText("Progress of this epoch");
        search.setId("kind");
        searchProgress.setAccessibleText("Progress of the whole run");
        searchProgress.setTooltip(new Tooltip("The whole run"));
        place.setId("place");
        trouble.setId("trouble");
        trouble.getStyleClass().add("failure");
        for (Label cut : List.of(place, trouble, device)) {
            cut.setMinWidth(0);
            Tooltip whole = new Tooltip();
            whole.textProperty().bind(cut.textProperty());
            cut.tooltipProperty()
                    .bind(Bindings.when(cut.textProperty().isEmpty())
                            .then((Tooltip) null)
                            .otherwise(whole));
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Label label : List.of(state, steering, epoch, epochEnd, search, searchEnd, accuracy, speed)) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren()
                .addAll(
                        state,
                        steering,
                        place,
                        trouble,
                        epoch,
                        epochProgress,
                        epochEnd,
                        search,
                        searchProgress,
                        searchEnd,
                        accuracy,
                        space,
                        speed,
                        gpu,
                        device);
        model.history().addListener(observable -> show());
        model.steering().addListener(observable -> show());
        model.state().addListener(observable -> show());
        model.trouble().addListener(observable -> show());
        model.open().addListener(observable -> show());
        show();
    }

    private void show() {
        RunSource run = model.run().get();
        getChildren().stream().filter(node -> node != gpu).forEach(node -> node.setVisible(run != null));
        if (run == null) {
            return;
        }
        History history = model.history().get();
        showState(model.state().get().label());
        Steering asked = model.steering().get();
        steering.setText(asked == null ? "" : asked.words());
        steering.setManaged(asked != null);
        boolean remote = run.folder().isEmpty();
        place.setText(remote ? "at " + run.place() : "");
        place.setManaged(remote);
        trouble.setText(model.trouble().get());
        trouble.setManaged(!trouble.getText().isEmpty());
        boolean known = history.start() != null;
        epoch.setText(known ? history.epochCount().words() : "");
        search.setText(known ? RunKinds.of(history.start().settings()).name() : "");
        searchProgress.setProgress(known ? history.position() / history.plannedEpochs() : 0);
        show(known, search, searchProgress);
        showProgress(history);
        accuracy.setText(
                test(history).map(top1 -> "test " + Numbers.percent(top1)).orElse(""));
        device.setText(known ? history.start().device() : "");
    }

    private void showState(String word) {
        if (word.equals(state.getText())) {
            // Style classes set anew are styled anew, with every batch.
            return;
        }
        state.setText(word);
        state.getStyleClass().setAll("label", "state", "state-" + word);
    }

    private void showProgress(History history) {
        BatchProgress progress = history.progress();
        boolean runs = progress != null && model.state().get().isLive();
        show(runs, epochProgress, epochEnd, searchEnd, speed);
        if (runs) {
            epochProgress.setProgress((double) progress.step() / progress.stepsPerEpoch());
            epochEnd.setText(
                    switch (history.state()) {
                        case TRAINING -> end(progress, progress.epochSecondsLeft());
                        case PAUSED -> "";
                        default -> history.state().label();
                    });
            searchEnd.setText(history.state() == SearchState.PAUSED ? "" : end(progress, progress.searchSecondsLeft()));
            speed.setText(Numbers.of(progress.imagesPerSecond()) + " images/s");
        }
    }

    private static String end(BatchProgress progress, double seconds) {
        return progress.hasEstimates() ? "ends in " + Durations.of(seconds) : "estimating";
    }

    private static void show(boolean visible, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(visible);
            node.setManaged(visible);
        }
    }

    private static Optional<Double> test(History history) {
        return history.epochs().stream()
                .reduce((earlier, later) -> later)
                .map(EpochFinished::test)
                .map(test -> test.top1());
    }
}
