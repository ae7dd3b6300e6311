package org.isdarts.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.data.Normalization;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.search.Search;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;
import org.isdarts.search.TrainingLoop;

/** A training together with the run folder that keeps it. */
public abstract class RecordedRun implements AutoCloseable {
    private final RunWriter writer;
    private final WishWatch wishes;
    private final TrainingLoop loop;

    RecordedRun(RunWriter writer, WishWatch wishes, TrainingLoop loop) {
        this.writer = writer;
        this.wishes = wishes;
        this.loop = loop;
        wishes.start();
    }

    /**
     * Prepares to go on with a run that was stopped, killed or broke off.
     *
     * @param config the run's settings; threads, kernels and the place of the data may differ from those it began with
     * @param listener told every event once it is written, on the thread that trains
     * @throws RunException if the run cannot be written or the dataset is not the one it began with
     */
    public static RecordedRun reopen(
            RunFolder run,
            TrainingConfig config,
            Dataset dataset,
            Kernels kernels,
            SearchControl control,
            Consumer<RunEvent> listener) {
        return config instanceof EvaluationConfig evaluation
                ? RecordedEvaluation.reopen(run, evaluation, dataset, kernels, control, listener)
                : RecordedSearch.reopen(run, (SearchConfig) config, dataset, kernels, control, listener);
    }

    /** A name with its whole path, so that the run finds its files again from wherever it is resumed. */
    static String whole(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    /** The whole path of the images, where they are files. */
    static String placedData(TrainingConfig config) {
        String data = config.get(DataSettings.DATA);
        return data.equals(Datasets.SYNTHETIC) ? data : whole(data);
    }

    /** What the run is, at its start. */
    static Manifest manifest(TrainingConfig config, Dataset dataset, Normalization normalization, Kernels kernels) {
        return new Manifest(
                Manifest.SCHEMA,
                ProgramVersion.text(),
                System.currentTimeMillis(),
                config,
                identity(dataset),
                new Manifest.ImageFormat(
                        dataset.train().height(), dataset.train().width(), normalization),
                kernels.description(),
                kernels.name(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version"),
                MachineName.text());
    }

    /** Checks that images are those that a run began with. */
    static void requireSameImages(RunFolder run, TrainingConfig config, Dataset dataset) {
        if (!identity(dataset).fingerprint().equals(run.manifest().dataset().fingerprint())) {
            throw new RunException("the images in " + config.data() + " are not those that " + run.path()
                    + " began with (" + run.manifest().dataset().name() + "); give the same images");
        }
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
     * Trains on this thread, from the newest checkpoint or, where there is none, from the beginning.
     *
     * @throws org.isdarts.search.JournalException if the run folder can no longer be written
     * @throws RunException if every checkpoint is damaged
     */
    public Search.End run() {
        Optional<RunWriter.Found> found = writer.newestCheckpoint();
        return found.isPresent()
                ? loop.resume(found.get().checkpoint(), found.get().file())
                : loop.run();
    }

    @Override
    public void close() {
        wishes.close();
        writer.close();
    }
}
