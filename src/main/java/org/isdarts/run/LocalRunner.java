package org.isdarts.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.Search;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;

/** Runs a search in this process, on the thread that calls it: that thread alone owns its tensors. */
public final class LocalRunner {
    private LocalRunner() {}

    /**
     * Searches until the search ends: from the newest checkpoint if the folder holds a run, else from the beginning.
     *
     * @param folder the run folder; made if there is none
     * @param config the settings of a new run; a run that is there keeps its own. Numbers of images are lowered to those
     *     there are
     * @param listener told every event once it is written
     * @throws RunException if the folder cannot be used
     */
    public static Search.End run(Path folder, SearchConfig config, SearchControl control, Consumer<RunEvent> listener) {
        return RunFolder.isRun(folder)
                ? resume(RunFolder.open(folder), control, listener)
                : begin(folder, config, control, listener);
    }

    private static Search.End begin(
            Path folder, SearchConfig asked, SearchControl control, Consumer<RunEvent> listener) {
        Dataset dataset = images(asked);
        SearchConfig config =
                asked.fittedTo(dataset.train().count(), dataset.test().count());
        try (Kernels kernels = kernels(config);
                RecordedSearch search = RecordedSearch.create(folder, config, dataset, kernels, control, listener)) {
            return search.run();
        }
    }

    private static Search.End resume(RunFolder run, SearchControl control, Consumer<RunEvent> listener) {
        SearchConfig config = run.manifest().search();
        Dataset dataset = images(config);
        try (Kernels kernels = kernels(config);
                RecordedSearch search = RecordedSearch.reopen(run, config, dataset, kernels, control, listener)) {
            return search.run();
        }
    }

    private static Dataset images(SearchConfig config) {
        return Datasets.open(config.data(), config.imageSizing(), config.seed());
    }

    private static Kernels kernels(SearchConfig config) {
        return KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads());
    }
}
