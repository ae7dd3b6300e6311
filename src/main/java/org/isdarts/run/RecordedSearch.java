package org.isdarts.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.search.Search;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;
import org.isdarts.search.SearchData;
import org.isdarts.search.SearchSettings;

/** A search together with the run folder that keeps it. */
public final class RecordedSearch extends RecordedRun {
    private RecordedSearch(RunWriter writer, WishWatch wishes, Search search) {
        super(writer, wishes, search.loop());
    }

    /**
     * Prepares a new search.
     *
     * @param path the run folder, which must not hold a run yet
     * @param listener told every event once it is written, on the search's thread
     * @throws RunException if the folder cannot be used
     * @throws IllegalArgumentException if the dataset has fewer images than the configuration asks for
     */
    public static RecordedSearch create(
            Path path,
            SearchConfig asked,
            Dataset dataset,
            Kernels kernels,
            SearchControl control,
            Consumer<RunEvent> listener) {
        SearchConfig config = placed(asked.in(kernels.precision()));
        SearchData data = SearchData.of(config, dataset);
        WishWatch wishes = new WishWatch(path, control);
        RunWriter writer = RunWriter.create(
                path, manifest(config, dataset, data.normalization(), kernels), wishes.tellingFirst(listener));
        return new RecordedSearch(writer, wishes, new Search(config, data, kernels, writer, control));
    }

    /** As {@link RecordedRun#reopen}. */
    public static RecordedSearch reopen(
            RunFolder run,
            SearchConfig config,
            Dataset dataset,
            Kernels kernels,
            SearchControl control,
            Consumer<RunEvent> listener) {
        requireSameImages(run, config, dataset);
        SearchData data = SearchData.of(config, dataset);
        WishWatch wishes = new WishWatch(run.path(), control);
        RunWriter writer = RunWriter.reopen(run, wishes.tellingFirst(listener));
        return new RecordedSearch(writer, wishes, new Search(config, data, kernels, writer, control));
    }

    /** The settings with whole paths, so that the run finds its files again from wherever it is resumed. */
    public static SearchConfig placed(SearchConfig config) {
        String table = config.benchmarkTable();
        return config.with(DataSettings.DATA, placedData(config))
                .with(SearchSettings.BENCHMARK_TABLE, table.isEmpty() ? table : whole(table));
    }
}
