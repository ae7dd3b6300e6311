package org.isdarts.ui.bridge;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.isdarts.event.SearchEvent;

/** Empties an inbox once a frame, on the JavaFX thread. The only clock by which the window follows a search. */
public final class FramePump extends AnimationTimer {
    private final EventInbox inbox;
    private final Consumer<List<SearchEvent>> reader;

    /**
     * A pump that stands still until {@link #start}.
     *
     * @param reader given what came since the last frame, which mostly is nothing
     */
    public FramePump(EventInbox inbox, Consumer<List<SearchEvent>> reader) {
        this.inbox = inbox;
        this.reader = reader;
    }

    @Override
    public void handle(long now) {
        reader.accept(inbox.takeAll());
    }
}
