package org.isdarts.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isdarts.data.DataSettings;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;
import org.isdarts.text.Numbers;

/** What ties the training of a genotype to the search that found it. */
public final class FoundBy {
    private FoundBy() {}

    /** The settings of an evaluation with a run it comes from and that run's images, whose size a protocol may set itself. */
    public static Settings in(RunFolder run, Settings evaluation) {
        TrainingConfig config = run.manifest().configuration();
        return withImages(config, evaluation)
                .with(
                        EvaluationSettings.FOUND_BY,
                        search(config).orElse(run.path()).toString());
    }

    /** The settings of an evaluation with the images of a search, whose size a protocol may set itself. */
    public static Settings withImages(TrainingConfig config, Settings evaluation) {
        Settings found = evaluation.with(DataSettings.DATA, config.data());
        return hasSizeOfItsOwn(evaluation)
                ? found
                : found.with(DataSettings.IMAGE_SIZE, config.get(DataSettings.IMAGE_SIZE))
                        .with(DataSettings.IMAGE_FIT, config.get(DataSettings.IMAGE_FIT));
    }

    /** The same with the seed, threads and kernels of that search too. */
    public static Settings like(TrainingConfig config, Settings evaluation) {
        return withImages(config, evaluation)
                .with(RunSettings.SEED, config.seed())
                .with(ComputeSettings.THREADS, config.threads())
                .with(ComputeSettings.KERNELS, config.kernels());
    }

    private static boolean hasSizeOfItsOwn(Settings evaluation) {
        return !evaluation.get(DataSettings.IMAGE_SIZE).equals(DataSettings.IMAGE_SIZE.initial());
    }

    /** The folder of the search that found what is trained; empty for a search, and for a genotype from elsewhere. */
    public static Optional<Path> search(TrainingConfig config) {
        return search(config.settings());
    }

    /** The same of the settings of a run. */
    public static Optional<Path> search(Settings settings) {
        return settings.find(EvaluationSettings.FOUND_BY)
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    /** The folder of a search in words, which say if it is gone. */
    public static String place(Path search) {
        return search + (RunFolder.isRun(search) ? "" : ", which is not there any more");
    }

    /** The evaluations of what a run found that lie in the folder of that run, the newest first. */
    public static List<RunFolder> evaluationsOf(Path run) {
        return RunFolder.list(run.toAbsolutePath().normalize().getParent()).stream()
                .filter(other -> search(other.manifest().configuration())
                        .filter(search -> RunFolder.isSame(search, run))
                        .isPresent())
                .toList();
    }

    /** Where an evaluation stands: {@code finished after epoch 2 of 2, test 52.0 %}. */
    public static String progress(RunFolder evaluation) {
        Summary summary = evaluation.summary();
        String accuracy = summary.test() == null
                ? ""
                : ", test " + Numbers.percent(summary.test().top1());
        return summary.state() + " " + evaluation.epochs().words() + accuracy;
    }
}
