package org.isdarts.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.isdarts.event.RunEvent;
import org.isdarts.run.Labels;
import org.isdarts.run.LocalRunner;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Wish;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;

/**
 * A search of this process, or the training of a genotype, on a thread of its own that opens the images and the compute
 * library and alone owns its tensors. What goes wrong is told as a {@link RunEvent.Failed}, also before the first step.
 */
public final class LiveSearch implements RunSource {
    private final Path path;
    private final TrainingConfig config;
    private final SearchControl control = new SearchControl();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile Consumer<RunEvent> listener = event -> {};
    private volatile boolean failureTold;

    private LiveSearch(Path path, TrainingConfig config) {
        this.path = path;
        this.config = config;
    }

    /**
     * A new run.
     *
     * @param path the run folder to make
     */
    public static LiveSearch begin(Path path, TrainingConfig config) {
        return new LiveSearch(path, config);
    }

    /** Goes on with a run that was stopped, killed or broke off. */
    public static LiveSearch resume(RunFolder run) {
        return new LiveSearch(run.path(), run.manifest().configuration());
    }

    /** The run folder. */
    public Path path() {
        return path;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(path);
    }

    @Override
    public String name() {
        return Labels.nameOf(path);
    }

    @Override
    public String place() {
        return path.toString();
    }

    @Override
    public String preparing() {
        return "Preparing the search: reading the images, and checking which compute library is fastest here …";
    }

    /** Starts the search; the listener hears on the search thread. */
    @Override
    public void start(Consumer<RunEvent> newListener) {
        listener = newListener;
        new Thread(this::work, "isdarts-search").start();
    }

    private void work() {
        try {
            LocalRunner.run(path, config, control, new Told());
        } catch (RuntimeException | Error failure) {
            if (!failureTold) {
                tell(StoredRun.failure(failure));
            }
        } finally {
            ended.complete(null);
        }
    }

    /** Hears of a resumed run what happened before: its log, whole again where it was damaged. */
    private final class Told implements LocalRunner.Listener {
        @Override
        public void opened(RunFolder run) {
            run.tail().more(listener);
        }

        @Override
        public void accept(RunEvent event) {
            tell(event);
        }
    }

    private void tell(RunEvent event) {
        failureTold |= event instanceof RunEvent.Failed;
        listener.accept(event);
    }

    /** Pauses, resumes, stops and saves it. */
    public SearchControl control() {
        return control;
    }

    @Override
    public Optional<String> whyNotSteered() {
        return isAlive() ? Optional.empty() : Optional.of("its search has ended");
    }

    @Override
    public CompletionStage<Void> ask(Wish.Kind kind) {
        kind.askOf(control);
        return CompletableFuture.completedStage(null);
    }

    /** Complete when the search thread is done and the run folder closed. */
    @Override
    public CompletionStage<Void> ended() {
        return ended.minimalCompletionStage();
    }

    @Override
    public boolean isAlive() {
        return !ended.isDone();
    }

    @Override
    public Optional<LiveSearch> search() {
        return Optional.of(this);
    }

    @Override
    public void close() {
        listener = event -> {};
    }
}
