package org.isdarts.ui.wizard;

import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.profile.Trial;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.ViolationException;
import org.isdarts.text.Numbers;
import org.isdarts.ui.bridge.Background;

/** What the search will cost on this machine, from a short trial, and what its run will be called. */
final class PreflightPage extends PlanPage {
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Label state = words("");
    private final VBox several = new VBox(12);
    private final Button again = new Button("Measure again");
    private final Label device = value("device");
    private final Label speed = value("speed");
    private final Label time = value("time");
    private final Label memory = value("memory");
    private final Label search = words("");
    private SearchConfig measured;
    private Background trial;

    PreflightPage(SearchPlan plan) {
        super(4, plan);
        TextField name = new TextField();
        name.setId("run-name");
        name.textProperty().bindBidirectional(plan.runName());
        HBox.setHgrow(name, Priority.ALWAYS);
        place(null, name);
        Label nameLabel = new Label("Run folder");
        nameLabel.setLabelFor(name);
        Label parent = words("in " + plan.runFolder().toAbsolutePath().getParent());
        HBox nameRow = new HBox(8, nameLabel, name, parent);
        nameRow.setAlignment(Pos.CENTER_LEFT);
        busy.setPrefSize(22, 22);
        busy.setMaxSize(22, 22);
        again.setOnAction(event -> measure());
        again.disableProperty()
                .bind(busy.visibleProperty()
                        .or(plan.searching())
                        .or(plan.problem().isNotNull()));
        HBox measuring = new HBox(8, busy, state, again);
        measuring.setAlignment(Pos.CENTER_LEFT);
        state.setId("trial-state");
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        grid.addRow(0, new Label("Computes on"), device);
        grid.addRow(1, new Label("Speed"), speed);
        grid.addRow(2, new Label("Time of the whole search"), time);
        grid.addRow(3, new Label("Memory"), memory);
        show(new VBox(
                12,
                heading("What will be searched"),
                search,
                heading("What it will cost"),
                words("A few training steps of the full and of the narrowest supernet are timed here. The range is wide"
                        + " because it depends on which operations the search keeps."),
                measuring,
                grid,
                heading("Run folder"),
                nameRow,
                explanation(null, () -> ""),
                several));
        several.getChildren().setAll(heading("Several seeds"), seedsRow());
        showBusy(false);
        plan.searching().addListener(changed -> giveWay());
    }

    /** A search that begins, as the next of the queue does by itself, is not disturbed. */
    private void giveWay() {
        if (plan().searching().get() && trial != null && trial.cancel()) {
            showBusy(false);
            forget("A search has started in this window, so measuring was given up. Measure again when it has ended.");
        }
    }

    /** Offers one search alone, as where an entry of the queue is edited. */
    void offerOneSearch() {
        several.setVisible(false);
        several.setManaged(false);
    }

    private Node seedsRow() {
        TextField field = new TextField();
        field.setId("queue-seeds");
        field.setPromptText("such as 0-4 or 0, 3, 7");
        field.textProperty().bindBidirectional(plan().seeds());
        Label label = new Label("Seeds for the queue");
        label.setLabelFor(field);
        Label meaning = words("");
        meaning.setId("queue-meaning");
        InvalidationListener telling = changed -> showSeeds(meaning);
        plan().seeds().addListener(telling);
        plan().problem().addListener(telling);
        plan().text(RunSettings.SEED).addListener(telling);
        showSeeds(meaning);
        HBox row = new HBox(8, label, field, meaning);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void showSeeds(Label meaning) {
        try {
            meaning.setText(QueueWords.of(plan().queued()));
            meaning.getStyleClass().setAll("label", "plan-words");
        } catch (ViolationException wrong) {
            // Other settings are told at their places.
            boolean ofSeeds = plan().problem().get() == null;
            meaning.setText(ofSeeds ? wrong.violation().words() : "");
            meaning.getStyleClass().setAll("label", ofSeeds ? "plan-problem" : "plan-words");
        }
    }

    private static Label value(String id) {
        Label label = new Label("–");
        label.setId("trial-" + id);
        label.setWrapText(true);
        label.getStyleClass().add("plan-value");
        return label;
    }

    @Override
    void entered() {
        measureIfNew();
    }

    @Override
    void left() {
        stop();
    }

    /** Measures unless these very settings were measured already. */
    void measureIfNew() {
        plan().request()
                .ifPresentOrElse(
                        request -> {
                            SearchConfig config = request.config();
                            search.setText(String.format(
                                    Locale.ROOT,
                                    "%s in %s on %s, preset %s: %d epochs, C = %d, N = %d, seed %d",
                                    config.strategy().title(),
                                    config.space(),
                                    Datasets.shortName(config.data()),
                                    config.preset(),
                                    config.epochs(),
                                    config.channels(),
                                    config.cells(),
                                    config.seed()));
                            if (plan().searching().get()) {
                                forget("A search of this window is running or paused. Measuring would disturb it, so"
                                        + " nothing is measured.");
                            } else if (!config.equals(measured)) {
                                measure();
                            }
                        },
                        () -> {
                            search.setText("The settings are not complete yet.");
                            forget("There is nothing to measure until the settings are complete.");
                        });
    }

    private void measure() {
        stop();
        if (plan().request().isEmpty()) {
            return;
        }
        SearchConfig config = plan().config();
        Dataset dataset = plan().images().found(plan().imageSizing()).orElseThrow();
        forget("Measuring on this machine …");
        showBusy(true);
        trial = Background.start(
                "trial",
                cancelled -> Trial.run(
                        config,
                        () -> KernelLibrary.open(
                                config.kernels(), config.precision(), config.channels(), config.threads()),
                        dataset.classes().size(),
                        dataset.train().height(),
                        dataset.train().width(),
                        cancelled),
                result -> {
                    showBusy(false);
                    show(result, config, dataset);
                },
                failure -> {
                    showBusy(false);
                    forget("The trial failed: " + failure.getMessage());
                });
    }

    private void show(Trial result, SearchConfig config, Dataset dataset) {
        SearchEstimate estimate = SearchEstimate.of(result, config, dataset);
        measured = config;
        state.setText("Measured with " + config.threads() + (config.threads() == 1 ? " thread" : " threads")
                + "; other programs that run now make it slower.");
        device.setText(result.device());
        speed.setText(String.format(
                Locale.ROOT,
                "%s images/s (%s s a step of %d)",
                Numbers.of(estimate.imagesPerSecond()),
                Numbers.of(result.fullSeconds()),
                config.batchSize()));
        time.setText(estimate.time());
        memory.setText(estimate.memory()
                + (estimate.isTooLarge() ? ": more than there is; lower batch size, channels or cells" : ""));
        memory.getStyleClass().remove("plan-problem");
        if (estimate.isTooLarge()) {
            memory.getStyleClass().add("plan-problem");
        }
    }

    private void forget(String why) {
        measured = null;
        state.setText(why);
        List.of(device, speed, time, memory).forEach(label -> label.setText("–"));
    }

    private void showBusy(boolean measuring) {
        busy.setVisible(measuring);
        busy.setManaged(measuring);
    }

    /** Gives a running trial up after its current step. */
    void stop() {
        if (trial != null && trial.cancel()) {
            forget("The measurement was canceled.");
        }
        showBusy(false);
    }
}
