package org.isdarts.search;

import org.isdarts.data.DataSettings;
import org.isdarts.data.Datasets;
import org.isdarts.network.NetworkSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.WeightSharing;
import org.isdarts.strategy.enas.EnasSettings;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.isdarts.strategy.pcdarts.PcDarts;
import org.isdarts.strategy.pdarts.PDartsSettings;
import org.isdarts.strategy.pt.Perturbation;

/** The smallest search with any strategy: it does everything the strategy does, in about a second. */
public final class SmallSearch {
    /** Of its images too. */
    public static final long SEED = 7;

    private SmallSearch() {}

    /** With that strategy in that space, for drawn images and two epochs. */
    public static SearchConfig config(StrategyKind kind, SearchSpace space) {
        Settings small = Preset.TINY
                .config(space, kind, Datasets.SYNTHETIC)
                .settings()
                .with(RunSettings.EPOCHS, 2)
                .with(RunSettings.SEED, SEED)
                .with(NetworkSettings.CHANNELS, 4)
                .with(OptimizerSettings.BATCH_SIZE, 8)
                .with(DataSettings.TRAIN_IMAGES, 32)
                .with(DataSettings.TEST_IMAGES, 8)
                .with(IsDartsSettings.IMPORTANCE_IMAGES, 8)
                .with(IsDartsSettings.SHRINK_STEPS, 1)
                .with(Perturbation.PERTURBATION_BATCHES, 1)
                .with(EnasSettings.CONTROLLER_STEPS, 2)
                .with(EnasSettings.CONTROLLER_SAMPLES, 2)
                .with(PcDarts.CHANNEL_DIVISOR, 2)
                .with(PDartsSettings.STAGES, 2)
                .with(PDartsSettings.STAGE_GROWTH, 1)
                .with(WeightSharing.SAMPLES, 3);
        return new SearchConfig(small);
    }
}
