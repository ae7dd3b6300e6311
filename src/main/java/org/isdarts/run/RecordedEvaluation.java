package org.isdarts.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.evaluation.Evaluation;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationData;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.search.SearchControl;

/** The training of a found genotype together with the run folder that keeps it. */
public final class RecordedEvaluation extends RecordedRun {
    private RecordedEvaluation(RunWriter writer, WishWatch wishes, Evaluation evaluation) {
        super(writer, wishes, evaluation.loop());
    }

    /**
     * Prepares a new evaluation.
     *
     * @param path the run folder, which must not hold a run yet
     * @param listener told every event once it is written, on the thread that trains
     * @throws RunException if the folder cannot be used
     * @throws org.isdarts.settings.ViolationException if the dataset does not have what the configuration asks for
     */
    public static RecordedEvaluation create(
            Path path,
            EvaluationConfig asked,
            Dataset dataset,
            Kernels kernels,
            SearchControl control,
            Consumer<RunEvent> listener) {
        EvaluationConfig config = placed(asked.in(kernels.precision()));
        EvaluationData data = EvaluationData.of(config, dataset);
        WishWatch wishes = new WishWatch(path, control);
        RunWriter writer = RunWriter.create(
                path, manifest(config, dataset, data.normalization(), kernels), wishes.tellingFirst(listener));
        return new RecordedEvaluation(writer, wishes, new Evaluation(config, data, kernels, writer, control));
    }

    private static EvaluationConfig placed(EvaluationConfig config) {
        String foundBy = config.get(EvaluationSettings.FOUND_BY);
        return config.with(DataSettings.DATA, placedData(config))
                .with(EvaluationSettings.FOUND_BY, foundBy.isEmpty() ? foundBy : whole(foundBy));
    }

    /** As {@link RecordedRun#reopen}. */
    public static RecordedEvaluation reopen(
            RunFolder run,
            EvaluationConfig config,
            Dataset dataset,
            Kernels kernels,
            SearchControl control,
            Consumer<RunEvent> listener) {
        requireSameImages(run, config, dataset);
        EvaluationData data = EvaluationData.of(config, dataset);
        WishWatch wishes = new WishWatch(run.path(), control);
        RunWriter writer = RunWriter.reopen(run, wishes.tellingFirst(listener));
        return new RecordedEvaluation(writer, wishes, new Evaluation(config, data, kernels, writer, control));
    }
}
