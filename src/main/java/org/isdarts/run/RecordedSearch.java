package org.isdarts.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.search.Search;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;
import org.isdarts.search.SearchData;
import org.isdarts.search.SearchSettings;

/** A search together with the run folder that keeps it. */
public final class RecordedSearch implements AutoCloseable {
    private final RunWriter writer;
    private final WishWatch wishes;
    private final Search search;

    private RecordedSearch(RunWriter writer, WishWatch wishes, Search search) {
        this.writer = writer;
        this.wishes = wishes;
        this.search = search;
        wishes.start();
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
        Manifest manifest = new Manifest(
                Manifest.SCHEMA,
                ProgramVersion.text(),
                System.currentTimeMillis(),
                config,
                identity(dataset),
                new Manifest.ImageFormat(data.train().height(), data.train().width(), data.normalization()),
                kernels.description(),
                kernels.name(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version"),
                MachineName.text());
        WishWatch wishes = new WishWatch(path, control);
        RunWriter writer = RunWriter.create(path, manifest, wishes.tellingFirst(listener));
        return new RecordedSearch(writer, wishes, new Search(config, data, kernels, writer, control));
    }

    /**
     * Prepares to go on with a search that was stopped, killed or broke off.
     *
     * @param config the run's settings; threads, kernels and the place of the data may differ from those it began with
     * @param listener told every event once it is written, on the search's thread
     * @throws RunException if the run cannot be written or the dataset is not the one it began with
     */
    public static RecordedSearch reopen(
            RunFolder run,
            SearchConfig config,
            Dataset dataset,
            Kernels kernels,
            SearchControl control,
            Consumer<RunEvent> listener) {
        if (!identity(dataset).fingerprint().equals(run.manifest().dataset().fingerprint())) {
            throw new RunException("the images in " + config.data() + " are not those that " + run.path()
                    + " began with (" + run.manifest().dataset().name() + "); give the same images");
        }
        SearchData data = SearchData.of(config, dataset);
        WishWatch wishes = new WishWatch(run.path(), control);
        RunWriter writer = RunWriter.reopen(run, wishes.tellingFirst(listener));
        return new RecordedSearch(writer, wishes, new Search(config, data, kernels, writer, control));
    }

    /** The settings with whole paths, so that the run finds its files again from wherever it is resumed. */
    public static SearchConfig placed(SearchConfig config) {
        String data = config.data();
        String table = config.benchmarkTable();
        return config.with(DataSettings.DATA, data.equals(Datasets.SYNTHETIC) ? data : whole(data))
                .with(SearchSettings.BENCHMARK_TABLE, table.isEmpty() ? table : whole(table));
    }

    private static String whole(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    private static Manifest.DatasetIdentity identity(Dataset dataset) {
        return new Manifest.DatasetIdentity(
                dataset.name(),
                dataset.classes(),
                dataset.train().count(),
                dataset.test().count(),
                dataset.fingerprint());
    }

    /**
     * Searches on this thread, from the newest checkpoint or, where there is none, from the beginning.
     *
     * @throws org.isdarts.search.JournalException if the run folder can no longer be written
     * @throws RunException if every checkpoint is damaged
     */
    public Search.End run() {
        Optional<RunWriter.Found> found = writer.newestCheckpoint();
        return found.isPresent()
                ? search.resume(found.get().checkpoint(), found.get().file())
                : search.run();
    }

    @Override
    public void close() {
        wishes.close();
        writer.close();
    }
}
