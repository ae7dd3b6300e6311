package org.isdarts.cli;

import java.util.List;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.network.NetworkSettings;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.Setting;
import org.isdarts.space.SpaceSettings;

/** The size of a supernet and what computes it, as options; what is not given is as in the paper's search. */
final class BenchOptions {
    private static final List<Setting<?>> OFFERED = List.of(
            SpaceSettings.SPACE,
            NetworkSettings.CHANNELS,
            NetworkSettings.CELLS,
            OptimizerSettings.BATCH_SIZE,
            ComputeSettings.THREADS,
            ComputeSettings.KERNELS,
            ComputeSettings.PRECISION);

    private BenchOptions() {}

    /** The options, before they are read. */
    static SettingOptions options() {
        return new SettingOptions(OFFERED);
    }

    /** The paper's settings of the space with these sizes. */
    static SearchConfig config(SettingOptions options) {
        SearchConfig config = options.config(Preset.PAPER);
        KernelLibrary.requireKnown(config.kernels(), config.precision());
        return config;
    }

    /** Loads what computes. */
    static Kernels open(SearchConfig config) {
        return KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads());
    }
}
