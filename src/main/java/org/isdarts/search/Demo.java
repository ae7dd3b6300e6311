package org.isdarts.search;

import java.util.Set;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.network.NetworkSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.isdarts.IsDartsSettings;

/** A search of some minutes on two processor cores: on drawn images, to a genotype. */
public final class Demo {
    private static final Set<Setting<?>> OF_THE_MACHINE =
            Set.of(ComputeSettings.THREADS, ComputeSettings.KERNELS, ComputeSettings.PRECISION);

    private Demo() {}

    /** Its settings. */
    public static SearchConfig config() {
        return new SearchConfig(Preset.TINY
                .config(SpaceSettings.SPACE.initial(), Datasets.SYNTHETIC)
                .settings()
                .with(RunSettings.EPOCHS, 14)
                .with(NetworkSettings.CHANNELS, 8)
                .with(DataSettings.TRAIN_IMAGES, 3_200)
                .with(DataSettings.TEST_IMAGES, 400)
                .with(IsDartsSettings.IMPORTANCE_IMAGES, 128)
                .with(IsDartsSettings.SHRINK_INTERVAL, 2));
    }

    /** Whether a run has these settings, whatever computes it. */
    public static boolean is(TrainingConfig config) {
        Settings demo = config().settings();
        return config.kind() == SearchConfig.KIND
                && demo.settings().stream()
                        .filter(setting -> !OF_THE_MACHINE.contains(setting))
                        .allMatch(setting ->
                                demo.text(setting).equals(config.settings().text(setting)));
    }
}
