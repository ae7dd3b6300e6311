package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isdarts.data.Dataset;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationData;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.profile.DataBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bench data}: whether images are prepared fast enough for a training. */
@Command(
        name = "data",
        description =
                "Tells how many views of images a second are prepared for the training of a found network, how many it"
                        + " trains on, and which of the two waits; takes the settings of 'isdarts evaluate'.",
        mixinStandardHelpOptions = true,
        modelTransformer = SettingOptions.Adding.class)
final class BenchDataCommand implements Callable<Integer>, SettingOptions.Command {
    /** Below, the training waits too little for more workers to help. */
    private static final double LITTLE = 0.05;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final SettingOptions options = new SettingOptions(EvaluationSettings.CHOSEN);

    @Parameters(
            paramLabel = "RUN|GENOTYPE",
            description = "Folder of a finished search, whose images are used if no others are given; or a genotype.")
    private String subject;

    @Override
    public SettingOptions settings() {
        return options;
    }

    @Override
    public Integer call() {
        EvaluationConfig unfitted = RunOrGenotype.of(subject).evaluation(options);
        KernelLibrary.requireKnown(unfitted.kernels(), unfitted.precision());
        Dataset dataset = RunPlace.images(unfitted, spec.commandLine().getErr());
        EvaluationConfig config =
                unfitted.fittedTo(dataset.train().count(), dataset.test().count());
        try (Kernels kernels =
                KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads())) {
            print(DataBenchmark.run(config, EvaluationData.of(config, dataset), kernels), config, kernels);
        }
        return 0;
    }

    private void print(DataBenchmark.Result result, EvaluationConfig config, Kernels kernels) {
        int workers = config.get(EvaluationSettings.WORKERS);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "prepared: %.0f views/s by %d worker%s%n",
                result.viewsPerSecond(),
                workers,
                workers == 1 ? "" : "s");
        out.printf(
                Locale.ROOT,
                "trained:  %.0f images/s, a step of %d in %.3f s (%s, %s)%n",
                result.trainedPerSecond(),
                config.batchSize(),
                result.medianStepSeconds(),
                kernels.name(),
                kernels.precision().label());
        out.printf(Locale.ROOT, "memory:   %.0f MB at most%n", result.peakMemoryMegabytes());
        out.printf(
                Locale.ROOT,
                result.waiting() > LITTLE
                        ? "the training waits for images %.0f %% of its time; give more --workers%n"
                        : "images wait for the training, which waits %.0f %% of its time%n",
                100 * result.waiting());
        out.flush();
    }
}
