package org.isdarts.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.run.Labels;
import org.isdarts.run.RecordedRun;
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
    private final Preparation preparation;
    private final SearchControl control = new SearchControl();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile Consumer<RunEvent> listener = event -> {};
    private volatile boolean failureTold;

    private LiveSearch(Path path, TrainingConfig config, Preparation preparation) {
        this.path = path;
        this.config = config;
        this.preparation = preparation;
    }

    private interface Preparation {
        RecordedRun prepare(Dataset dataset, Kernels kernels, SearchControl control, Consumer<RunEvent> listener);
    }

    /**
     * A new run.
     *
     * @param path the run folder to make
     */
    public static LiveSearch begin(Path path, TrainingConfig config) {
        return new LiveSearch(
                path,
                config,
                (dataset, kernels, control, listener) -> RecordedRun.create(
                        path,
                        config.fittedTo(dataset.train().count(), dataset.test().count()),
                        dataset,
                        kernels,
                        control,
                        listener));
    }

    /** Goes on with a run that was stopped, killed or broke off. */
    public static LiveSearch resume(RunFolder run) {
        TrainingConfig config = run.manifest().configuration();
        return new LiveSearch(run.path(), config, (dataset, kernels, control, listener) -> {
            // First, for a damaged log can be read only once it is set aside.
            RecordedRun search = RecordedRun.reopen(run, config, dataset, kernels, control, listener);
            try {
                run.tail().more(listener);
                return search;
            } catch (RuntimeException unreadable) {
                search.close();
                throw unreadable;
            }
        });
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
            Dataset dataset = Datasets.open(config.data(), config.imageSizing(), config.seed());
            try (Kernels kernels = KernelLibrary.open(
                            config.kernels(), config.precision(), config.channels(), config.threads());
                    RecordedRun search = preparation.prepare(dataset, kernels, control, this::tell)) {
                search.run();
            }
        } catch (RuntimeException | Error failure) {
            if (!failureTold) {
                tell(StoredRun.failure(failure));
            }
        } finally {
            ended.complete(null);
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
