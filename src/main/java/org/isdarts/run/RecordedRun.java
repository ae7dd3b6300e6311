package org.isdarts.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.isdarts.data.Dataset;
import org.isdarts.data.Normalization;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.search.PreparedTraining;
import org.isdarts.search.Search;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;
import org.isdarts.search.TrainingLoop;

/** The training of a run together with the run folder that keeps it. */
public final class RecordedRun implements AutoCloseable {
    private final RunWriter writer;
    private final WishWatch wishes;
    private final TrainingLoop loop;

    private RecordedRun(RunWriter writer, WishWatch wishes, TrainingLoop loop) {
        this.writer = writer;
        this.wishes = wishes;
        this.loop = loop;
        wishes.start();
    }

    /**
     * Prepares a new run.
     *
     * @param path the run folder, which must not hold a run yet
     * @param listener told every event once it is written, on the thread that trains
     * @throws RunException if the folder cannot be used
     * @throws org.isdarts.settings.ViolationException if the dataset does not have what the settings ask for
     */
    public static RecordedRun create(
            Path path,
            TrainingConfig asked,
            Dataset dataset,
            Kernels kernels,
            SearchControl control,
            Consumer<RunEvent> listener) {
        TrainingConfig config = asked.in(kernels.precision()).placed();
        PreparedTraining prepared = config.prepare(dataset);
        WishWatch wishes = new WishWatch(path, control);
        RunWriter writer = RunWriter.create(
                path, manifest(config, dataset, prepared.normalization(), kernels), wishes.tellingFirst(listener));
        return new RecordedRun(writer, wishes, prepared.training().loop(kernels, writer, control));
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
        requireSameImages(run, config, dataset);
        PreparedTraining prepared = config.prepare(dataset);
        WishWatch wishes = new WishWatch(run.path(), control);
        RunWriter writer = RunWriter.reopen(run, wishes.tellingFirst(listener));
        return new RecordedRun(writer, wishes, prepared.training().loop(kernels, writer, control));
    }

    /** What the run is, at its start. */
    private static Manifest manifest(
            TrainingConfig config, Dataset dataset, Normalization normalization, Kernels kernels) {
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
    private static void requireSameImages(RunFolder run, TrainingConfig config, Dataset dataset) {
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
