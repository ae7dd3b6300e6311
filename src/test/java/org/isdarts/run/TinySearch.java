package org.isdarts.run;

import java.util.List;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.network.NetworkSettings;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.isdarts.IsDartsSettings;

/** The smallest search that does everything: trains, measures, shrinks to a genotype, in some seconds. */
public final class TinySearch {
    private TinySearch() {}

    /** Its settings, for drawn images and ND4J with one thread. */
    public static SearchConfig config() {
        return config(5);
    }

    /** The same search, so long that a test sees it run until it is stopped. */
    public static SearchConfig endless() {
        return config(500);
    }

    /** A search of the other space, whose nets have two types of cells. */
    public static SearchConfig darts() {
        return new SearchConfig(settings(3)
                .with(SpaceSettings.SPACE, Darts.SPACE)
                .with(DataSettings.TRAIN_IMAGES, 32)
                .with(DataSettings.TEST_IMAGES, 16)
                .with(IsDartsSettings.IMPORTANCE_IMAGES, 8)
                .with(IsDartsSettings.SHRINK_STEPS, 2));
    }

    private static Settings settings(int epochs) {
        return Preset.TINY
                .config(NasBench201.SPACE, Datasets.SYNTHETIC)
                .settings()
                .with(RunSettings.EPOCHS, epochs)
                .with(NetworkSettings.CHANNELS, 2)
                .with(OptimizerSettings.BATCH_SIZE, 16)
                .with(DataSettings.TRAIN_IMAGES, 80)
                .with(DataSettings.TEST_IMAGES, 40)
                .with(IsDartsSettings.IMPORTANCE_IMAGES, 16)
                .with(RunSettings.SEED, 7L)
                .with(ComputeSettings.THREADS, 1)
                .with(ComputeSettings.KERNELS, "nd4j")
                .with(ComputeSettings.PRECISION, "fp32");
    }

    private static SearchConfig config(int epochs) {
        return new SearchConfig(settings(epochs));
    }

    /** The same settings as options of the command line. */
    public static List<String> options() {
        return List.of(
                "--preset",
                "tiny",
                "--epochs",
                "5",
                "--channels",
                "2",
                "--batch-size",
                "16",
                "--train-images",
                "80",
                "--test-images",
                "40",
                "--importance-images",
                "16",
                "--shrink-steps",
                "4",
                "--shrink-interval",
                "1",
                "--seed",
                "7",
                "--threads",
                "1",
                "--kernels",
                "nd4j");
    }
}
