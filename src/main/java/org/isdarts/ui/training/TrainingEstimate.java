package org.isdarts.ui.training;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.profile.RunTrial;
import org.isdarts.sweep.Trials;
import org.isdarts.text.Durations;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.panel.Lines;

/** How long a training will take on this machine, found out in the background when the user asks for it. */
final class TrainingEstimate extends HBox {
    private final Trials trials = Trials.here(kind -> {});
    private final TrainingPlan plan;
    private final Label words = Lines.muted("");
    private final Button button = new Button("Estimate");
    private Background measuring;

    /**
     * Of what is typed now.
     *
     * @param busy whether something runs in the window, which measuring would disturb
     */
    TrainingEstimate(TrainingPlan plan, ObservableBooleanValue busy) {
        super(8);
        this.plan = plan;
        setAlignment(Pos.CENTER_LEFT);
        words.setId("training-estimate");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        button.setId("training-measure");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("The first batches are trained to tell how long all of them will take"));
        button.setOnAction(click -> measure());
        getChildren().setAll(words, button);
        plan.onChange(changed -> forget(busy.get()));
        busy.addListener(changed -> forget(busy.get()));
        forget(busy.get());
    }

    /** Gives up; the batches of the moment are trained to their end. */
    void stop() {
        if (measuring != null) {
            measuring.cancel();
        }
    }

    private void forget(boolean busy) {
        stop();
        words.setText("How long it takes here is not known yet.");
        button.setDisable(busy || plan.violation().isPresent());
    }

    private void measure() {
        EvaluationConfig config = plan.config();
        button.setDisable(true);
        words.setText("Measuring the first batches …");
        measuring = Background.start(
                "training-estimate", cancelled -> trials.of(config), trial -> show(trial, config), this::fail);
    }

    private void show(RunTrial trial, EvaluationConfig config) {
        button.setDisable(false);
        words.setText("It takes about " + Durations.of(trial.seconds(config)) + " here with " + config.threads()
                + (config.threads() == 1 ? " thread" : " threads") + ", as busy as the machine is now.");
    }

    private void fail(Throwable failure) {
        button.setDisable(false);
        words.setText("It could not be measured: " + failure.getMessage());
    }
}
