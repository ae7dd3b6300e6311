package org.isdarts.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.isdarts.event.SearchEvent;

/** Where the events of a run come from: a search of this process, a folder, or a server. To the views all are alike. */
public interface RunSource {
    /** The run folder; empty where there is none on this machine. */
    Optional<Path> folder();

    /** What the run is called now. */
    String name();

    /** Where it is: its folder or its address. */
    String place();

    /** What keeps its events from coming, in words; empty if nothing does. */
    default String trouble() {
        return "";
    }

    /**
     * Starts to tell events, first those that happened, then those that happen; returns at once.
     *
     * @param listener told every event, on a thread of the source
     */
    void start(Consumer<SearchEvent> listener);

    /** The search to steer; empty for a run that only is looked at. */
    default Optional<LiveSearch> search() {
        return Optional.empty();
    }

    /** Whether a search is at work behind it, or waits to go on. */
    boolean isAlive();

    /** Complete when no search is at work behind it any more, in this process or another. */
    CompletionStage<Void> ended();

    /** Tells nothing more. A search goes on all the same. */
    void close();
}
