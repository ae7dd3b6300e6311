package org.isdarts.ui.model;

import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent;
import org.isdarts.event.SearchEvent.BatchProgress;
import org.isdarts.event.SearchEvent.CheckpointWritten;
import org.isdarts.ui.bridge.Beat;
import org.isdarts.ui.bridge.EventPump;

/** A run and its history, which grows by what the run told, seen or unseen. To be used on the JavaFX thread. */
public final class FollowedRun {
    private static final Duration LOOK_FOR_TROUBLE = Duration.ofMillis(500);

    private final RunSource source;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<History> milestone = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyBooleanWrapper atRest = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CheckpointWritten> checkpoint = new ReadOnlyObjectWrapper<>();
    private final EventPump pump = new EventPump(this::fold);
    private final Beat looking = new Beat(LOOK_FOR_TROUBLE, this::lookForTrouble);

    FollowedRun(RunSource source) {
        this.source = source;
        lookAtName();
    }

    void start() {
        source.start(pump::offer);
        source.ended().thenRun(() -> Platform.runLater(this::rest));
        looking.start();
    }

    private void lookForTrouble() {
        trouble.set(source.trouble());
    }

    private void rest() {
        pump.empty();
        looking.stop();
        lookForTrouble();
        atRest.set(true);
    }

    private void fold(List<SearchEvent> events) {
        lookForTrouble();
        History next = history.get();
        boolean more = false;
        for (SearchEvent event : events) {
            next = next.with(event);
            more |= !(event instanceof BatchProgress);
            if (event instanceof CheckpointWritten written) {
                checkpoint.set(written);
            }
        }
        history.set(next);
        if (more) {
            milestone.set(next);
        }
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

    /** The last time its state was saved; null before the first. */
    ReadOnlyObjectProperty<CheckpointWritten> checkpoint() {
        return checkpoint.getReadOnlyProperty();
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
