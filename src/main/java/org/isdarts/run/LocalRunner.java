package org.isdarts.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.Search;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;

/** Trains a run in this process, on the thread that calls it: that thread alone owns its tensors. */
public final class LocalRunner {
    private LocalRunner() {}

    /** Told every event of a run once it is written, on the thread that trains. */
    public interface Listener extends Consumer<RunEvent> {
        /** Told before the first event that the folder is there and can be read. */
        default void opened(RunFolder run) {}
    }

    /**
     * Trains until the run ends: from the newest checkpoint if the folder holds a run, else from the beginning.
     *
     * @param folder the run folder; made if there is none
     * @param config the settings of a new run; a run that is there keeps its own. Numbers of images are lowered to those
     *     there are
     * @throws RunException if the folder cannot be used
     */
    public static Search.End run(Path folder, TrainingConfig config, SearchControl control, Listener listener) {
        if (RunFolder.isRun(folder)) {
            RunFolder run = RunFolder.open(folder);
            TrainingConfig own = run.manifest().configuration();
            return resume(run, own, images(own), control, listener);
        }
        Dataset dataset = images(config);
        TrainingConfig fitted =
                config.fittedTo(dataset.train().count(), dataset.test().count());
        return begin(folder, fitted, dataset, control, listener);
    }

    /**
     * Trains a new run until it ends.
     *
     * @param folder the run folder, which must not hold a run yet
     * @throws RunException if the folder cannot be used
     */
    public static Search.End begin(
            Path folder, TrainingConfig config, Dataset dataset, SearchControl control, Listener listener) {
        try (Kernels kernels = kernels(config);
                RecordedRun run = RecordedRun.create(folder, config, dataset, kernels, control, listener)) {
            listener.opened(RunFolder.open(folder));
            return run.run();
        }
    }

    /**
     * Goes on with a run until it ends.
     *
     * @param config the run's settings; threads, kernels and the place of the data may differ from those it began with
     * @throws RunException if the run cannot be written or the dataset is not the one it began with
     */
    public static Search.End resume(
            RunFolder begun, TrainingConfig config, Dataset dataset, SearchControl control, Listener listener) {
        try (Kernels kernels = kernels(config);
                RecordedRun run = RecordedRun.reopen(begun, config, dataset, kernels, control, listener)) {
            listener.opened(begun);
            return run.run();
        }
    }

    private static Dataset images(TrainingConfig config) {
        return Datasets.open(config.data(), config.imageSizing(), config.seed());
    }

    private static Kernels kernels(TrainingConfig config) {
        return KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads());
    }
}
