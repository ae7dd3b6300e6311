package org.isdarts.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.Protocol;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.Search;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.Genotype;
import org.isdarts.space.notation.GenotypeReader;

/** Trains a run in this process, on the thread that calls it: that thread alone owns its tensors. */
public final class LocalRunner {
    private LocalRunner() {}

    /**
     * Trains until the run ends: from the newest checkpoint if the folder holds a run, else from the beginning.
     *
     * @param folder the run folder; made if there is none
     * @param config the settings of a new run; a run that is there keeps its own. Numbers of images are lowered to those
     *     there are
     * @param listener told every event once it is written
     * @throws RunException if the folder cannot be used
     */
    public static Search.End run(
            Path folder, TrainingConfig config, SearchControl control, Consumer<RunEvent> listener) {
        return RunFolder.isRun(folder)
                ? resume(RunFolder.open(folder), control, listener)
                : begin(folder, config, control, listener);
    }

    private static Search.End begin(
            Path folder, TrainingConfig asked, SearchControl control, Consumer<RunEvent> listener) {
        Dataset dataset = images(asked);
        TrainingConfig config =
                asked.fittedTo(dataset.train().count(), dataset.test().count());
        try (Kernels kernels = kernels(config);
                RecordedRun run = RecordedRun.create(folder, config, dataset, kernels, control, listener)) {
            return run.run();
        }
    }

    private static Search.End resume(RunFolder begun, SearchControl control, Consumer<RunEvent> listener) {
        TrainingConfig config = begun.manifest().configuration();
        Dataset dataset = images(config);
        try (Kernels kernels = kernels(config);
                RecordedRun run = RecordedRun.reopen(begun, config, dataset, kernels, control, listener)) {
            return run.run();
        }
    }

    /**
     * Trains the network that a search found, with its seed, images, threads and kernels, likewise.
     *
     * @param folder the run folder of the evaluation; made if there is none
     * @param search a finished search
     * @param listener told every event once it is written
     * @throws RunException if the folder cannot be used
     */
    public static Search.End evaluate(
            Path folder, RunFolder search, Protocol protocol, SearchControl control, Consumer<RunEvent> listener) {
        return run(folder, evaluation(search, protocol), control, listener);
    }

    private static EvaluationConfig evaluation(RunFolder search, Protocol protocol) {
        TrainingConfig found = search.manifest().configuration();
        Genotype genotype =
                GenotypeReader.read(found.searchSpace(), search.summary().genotype());
        return new EvaluationConfig(FoundBy.in(search, protocol.settings(genotype))
                .with(RunSettings.SEED, found.seed())
                .with(ComputeSettings.THREADS, found.threads())
                .with(ComputeSettings.KERNELS, found.kernels()));
    }

    private static Dataset images(TrainingConfig config) {
        return Datasets.open(config.data(), config.imageSizing(), config.seed());
    }

    private static Kernels kernels(TrainingConfig config) {
        return KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads());
    }
}
