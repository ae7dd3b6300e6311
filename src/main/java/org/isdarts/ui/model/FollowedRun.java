package org.isdarts.ui.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.event.RunEvent.BatchProgress;
import org.isdarts.event.SearchState;
import org.isdarts.run.RunState;
import org.isdarts.run.Wish;
import org.isdarts.ui.bridge.EventPump;
import org.isdarts.ui.bridge.FxTimer;

/** A run and its history, which grows by what the run told, seen or unseen. To be used on the JavaFX thread. */
public final class FollowedRun {
    private static final Duration LOOK_FOR_TROUBLE = Duration.ofMillis(500);

    private final RunSource source;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<History> milestone = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyBooleanWrapper atRest = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.RUNNING);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotSteered = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Steering> steering = new ReadOnlyObjectWrapper<>();
    private final EventPump pump = new EventPump(this::fold);
    private final FxTimer looking = new FxTimer(LOOK_FOR_TROUBLE, this::look);

    FollowedRun(RunSource source) {
        this.source = source;
        lookAtName();
        look();
    }

    void start() {
        source.start(pump::offer);
        source.ended().thenRun(() -> Platform.runLater(this::rest));
        looking.start();
    }

    private void look() {
        trouble.set(source.trouble());
        state.set(source.state(history.get()));
        whyNotSteered.set(source.whyNotSteered().orElse(""));
    }

    private void rest() {
        pump.empty();
        looking.stop();
        look();
        steering.set(answered().orElse(null));
        atRest.set(true);
    }

    private void fold(List<RunEvent> events) {
        History next = history.get();
        boolean more = false;
        for (RunEvent event : events) {
            next = next.with(event);
            more |= !(event instanceof BatchProgress);
            asked().ifPresent(asked -> steering.set(asked.after(event).orElse(null)));
        }
        history.set(next);
        look();
        if (more) {
            milestone.set(next);
        }
    }

    /**
     * Asks its search for something; {@link #steering} tells when it is done.
     *
     * @return fails, on whatever thread, with a {@link org.isdarts.run.RunException} if the search cannot be asked
     */
    public CompletionStage<Void> ask(Wish.Kind kind) {
        // A pause that is not done yet is given up without an event.
        boolean givesUp = kind == Wish.Kind.RESUME && history.get().state() != SearchState.PAUSED;
        steering.set(givesUp ? null : Steering.now(kind));
        return source.ask(kind).whenComplete((done, refused) -> {
            if (refused != null) {
                Platform.runLater(() -> steering.set(null));
            }
        });
    }

    private Optional<Steering> asked() {
        return Optional.ofNullable(steering.get());
    }

    private Optional<Steering> answered() {
        return asked().filter(asked -> !asked.isPending());
    }

    /** Whether this was asked of its search and is not done yet. */
    public boolean isAsked(Wish.Kind kind) {
        return asked().filter(asked -> asked.isPending() && asked.kind() == kind)
                .isPresent();
    }

    /** Whether its search waits, or will after this batch. */
    public boolean isPaused() {
        boolean waits = history.get().state() == SearchState.PAUSED;
        return waits ? !isAsked(Wish.Kind.RESUME) : isAsked(Wish.Kind.PAUSE);
    }

    /** Follows it no longer. A search goes on all the same. */
    void close() {
        looking.stop();
        pump.stop();
        source.close();
    }

    /** Where its events come from. */
    public RunSource source() {
        return source;
    }

    /** What the run is called on screen. */
    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** Looks again what the run is called. */
    void lookAtName() {
        name.set(source.name());
    }

    /** Everything known of it, with every batch. */
    public ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    /** Everything known of it when something last happened that is more than a batch. */
    ReadOnlyObjectProperty<History> milestone() {
        return milestone.getReadOnlyProperty();
    }

    /** What was asked of its search last, and whether it is done; null for nothing. */
    public ReadOnlyObjectProperty<Steering> steering() {
        return steering.getReadOnlyProperty();
    }

    /** Why its search cannot be asked for anything, in words; empty where it can. */
    public ReadOnlyStringProperty whyNotSteered() {
        return whyNotSteered.getReadOnlyProperty();
    }

    /** Where it stands. */
    public ReadOnlyObjectProperty<RunState> state() {
        return state.getReadOnlyProperty();
    }

    /** What keeps its events from coming, in words; empty if nothing does. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether no process searches in it any more; all its events have been told. */
    public ReadOnlyBooleanProperty atRest() {
        return atRest.getReadOnlyProperty();
    }
}
