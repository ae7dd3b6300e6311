package org.isdarts.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Datasets;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.evaluation.Protocol;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.network.NetworkSettings;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.SearchControl;
import org.isdarts.settings.Settings;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.NasBench201;
import org.isdarts.space.notation.GenotypeReader;

/** The smallest training of a genotype, in some seconds. */
public final class TinyEvaluation {
    private static final String CELL = "[('sep_conv_3x3', 0), ('skip_connect', 1), ('max_pool_3x3', 0),"
            + " ('skip_connect', 1), ('dil_conv_3x3', 0), ('skip_connect', 2), ('skip_connect', 0), ('skip_connect', 1)]";

    private TinyEvaluation() {}

    /** Its settings for a network of NAS-Bench-201. */
    public static EvaluationConfig config() {
        return config(GenotypeReader.read(
                NasBench201.SPACE,
                "|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|skip_connect~0|avg_pool_3x3~1|nor_conv_3x3~2|"));
    }

    /** Its settings for that network. */
    public static EvaluationConfig config(Genotype genotype) {
        return new EvaluationConfig(settings(genotype, Protocol.TINY));
    }

    /** Its settings for a network of DARTS that is trained with a second classifier and dropped paths. */
    public static EvaluationConfig darts() {
        Genotype genotype = GenotypeReader.read(
                Darts.SPACE,
                "Genotype(normal=" + CELL + ", normal_concat=[2, 3, 4, 5], reduce=" + CELL
                        + ", reduce_concat=[2, 3, 4, 5])");
        return new EvaluationConfig(settings(genotype, Protocol.TINY)
                .with(EvaluationSettings.AUXILIARY_WEIGHT, 0.4)
                .with(EvaluationSettings.DROP_PATH, 0.2));
    }

    private static Settings settings(Genotype genotype, Protocol protocol) {
        return protocol.settings(genotype)
                .with(NetworkSettings.CHANNELS, 4)
                .with(NetworkSettings.CELLS, 1)
                .with(OptimizerSettings.BATCH_SIZE, 16)
                .with(DataSettings.TRAIN_IMAGES, 64)
                .with(DataSettings.TEST_IMAGES, 20)
                .with(ComputeSettings.THREADS, 1)
                .with(ComputeSettings.KERNELS, "onednn")
                .with(ComputeSettings.PRECISION, "fp32");
    }

    /** Makes a finished run with these settings. */
    public static RunFolder finished(Path path, EvaluationConfig config) {
        run(path, config, new SearchControl(), event -> {});
        return RunFolder.open(path);
    }

    /** Makes a run that was stopped after its first epoch. */
    public static RunFolder stopped(Path path) {
        SearchControl control = new SearchControl();
        run(path, config(), control, event -> {
            if (event instanceof RunEvent.EpochFinished) {
                control.stop();
            }
        });
        return RunFolder.open(path);
    }

    private static void run(Path path, EvaluationConfig config, SearchControl control, Consumer<RunEvent> listener) {
        try (Kernels kernels =
                        KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads());
                RecordedRun evaluation = RecordedRun.create(
                        path, config, Datasets.open(config.data(), config.seed()), kernels, control, listener)) {
            evaluation.run();
        }
    }
}
