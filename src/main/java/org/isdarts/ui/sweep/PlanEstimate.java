package org.isdarts.ui.sweep;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.Setting;
import org.isdarts.settings.ViolationException;
import org.isdarts.sweep.LocalSweep;
import org.isdarts.sweep.SweepBudget;
import org.isdarts.sweep.SweepEstimate;
import org.isdarts.sweep.SweepPlan;
import org.isdarts.sweep.Trials;
import org.isdarts.text.Durations;
import org.isdarts.ui.bridge.Background;

/**
 * What a plan will take on this machine, found out in the background when the user asks for it, as that takes the processors;
 * by itself, a moment after the plan has changed, where the plan has to be sized to a time.
 */
final class PlanEstimate extends HBox {
    private final Trials trials = Trials.here(kind -> Platform.runLater(() -> measuring(kind)));
    private final PauseTransition rest = new PauseTransition(Duration.seconds(1));
    private final Label words = new Label();
    private final Button button = new Button();
    private final ReadOnlyObjectWrapper<Optional<SweepPlan>> sized = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper impossible = new ReadOnlyBooleanWrapper();
    private SweepPlan plan;
    private double budget;
    private Background estimating;

    PlanEstimate() {
        super(8);
        words.setId("new-sweep-estimate");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("sweep-note");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        button.setId("new-sweep-measure");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Time and memory of every kind of run are measured on its first batches"));
        button.setOnAction(click -> {
            if (isEstimating()) {
                cancel();
                say("Time and memory are not known.");
            } else {
                begin();
            }
        });
        rest.setOnFinished(rested -> begin());
        getChildren().setAll(words, button);
        say("");
    }

    /** The plan made so small that it takes no longer than the budget; empty until that is known. */
    ReadOnlyObjectProperty<Optional<SweepPlan>> sized() {
        return sized.getReadOnlyProperty();
    }

    /** Whether the first batches of one of its runs could not be trained, so that the run would fail too. */
    ReadOnlyBooleanProperty impossible() {
        return impossible.getReadOnlyProperty();
    }

    /**
     * Estimates another plan.
     *
     * @param seconds the time it may take; infinite if any
     */
    void of(SweepPlan asked, double seconds) {
        cancel();
        plan = asked;
        budget = seconds;
        if (Double.isInfinite(seconds)) {
            say("Time and memory are not known yet.");
        } else {
            say("Time and memory are about to be measured.");
            rest.playFromStart();
        }
    }

    /** Forgets the plan, which cannot be done. */
    void none() {
        cancel();
        plan = null;
        say("");
    }

    /** Gives up; what is known of a kind of run is kept. */
    void cancel() {
        rest.stop();
        if (estimating != null) {
            estimating.cancel();
        }
        sized.set(Optional.empty());
        impossible.set(false);
    }

    private boolean isEstimating() {
        return estimating != null && estimating.isRunning();
    }

    private void begin() {
        rest.stop();
        SweepPlan asked = plan;
        double seconds = budget;
        estimating = Background.start(
                "sweep-estimate", cancelled -> sized(asked, seconds, cancelled), this::show, this::cannot);
        say("Estimating time and memory …");
    }

    private void measuring(TrainingConfig kind) {
        if (isEstimating()) {
            say("Measuring the first batches of " + Trials.name(kind) + " …");
        }
    }

    private SweepBudget.Sized sized(SweepPlan asked, double seconds, BooleanSupplier cancelled) {
        return new SweepBudget(
                        seconds,
                        LocalSweep.atOnce(asked.runs()),
                        (size, most) -> SweepEstimate.of(size, most, trials, cancelled))
                .sized(asked);
    }

    private void show(SweepBudget.Sized size) {
        int atOnce = size.estimate().fittingHere(LocalSweep.atOnce(size.plan().runs()));
        String made = size.made().isEmpty()
                ? ""
                : "To take no longer than " + Durations.of(budget) + ": " + size.made() + ". ";
        say(made + size.estimate().words(atOnce));
        sized.set(Optional.of(size.plan()));
    }

    private void cannot(Throwable failure) {
        if (!(failure instanceof CancellationException)) {
            impossible.set(true);
            say(
                    failure instanceof ViolationException wrong
                            ? wrong.violation().words(Setting::label)
                            : failure.getMessage());
        }
    }

    private void say(String text) {
        words.setText(text);
        button.setText(isEstimating() ? "Cancel estimate" : "Estimate");
        button.setDisable(plan == null);
    }
}
