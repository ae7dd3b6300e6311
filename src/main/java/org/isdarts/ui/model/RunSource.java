package org.isdarts.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.run.RunException;
import org.isdarts.run.RunState;
import org.isdarts.run.Wish;

/** Where the events of a run come from: a search of this process, a folder, or a server. To the views all are alike. */
public interface RunSource {
    /** The run folder; empty where there is none on this machine. */
    Optional<Path> folder();

    /** What the run is called now. */
    String name();

    /** Where it is: its folder or its address. */
    String place();

    /** Where the run stands, given what it told so far. */
    default RunState state(History told) {
        return RunState.of(told.state());
    }

    /** What is done before its first event comes, in words. */
    default String preparing() {
        return "Reading the run …";
    }

    /** What keeps its events from coming, in words; empty if nothing does. */
    default String trouble() {
        return "";
    }

    /**
     * Starts to tell events, first those that happened, then those that happen; returns at once.
     *
     * @param listener told every event, on a thread of the source
     */
    void start(Consumer<RunEvent> listener);

    /** Why nothing can be asked of the search behind it, in words; empty where {@link #ask} reaches one. */
    default Optional<String> whyNotSteered() {
        return Optional.of("it can only be looked at");
    }

    /**
     * Asks the search behind it for something, which it does between two batches and then tells by an event.
     *
     * @return fails with a {@link RunException} if the search cannot be asked
     */
    default CompletionStage<Void> ask(Wish.Kind kind) {
        return CompletableFuture.failedStage(new RunException(whyNotSteered().orElseThrow()));
    }

    /** The search of this process; empty for a run that another one computes, or none. */
    default Optional<LiveSearch> search() {
        return Optional.empty();
    }

    /** Why the search in its folder cannot be resumed, were none running there, in words; empty where one can. */
    default Optional<String> whyNotResumed() {
        return folder().isPresent() ? Optional.empty() : Optional.of("it is not on this machine");
    }

    /** Whether a search is running behind it, or paused. */
    boolean isAlive();

    /** Complete when no search is at work behind it any more, in this process or another. */
    CompletionStage<Void> ended();

    /** Tells nothing more. A search goes on all the same. */
    void close();
}
