package org.isdarts.sweep;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.profile.RunTrial;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.RunSettings;

/** What runs take: each kind of run is tried once, as the seed makes no difference, and one at a time. */
public final class Trials {
    private final Function<TrainingConfig, RunTrial> trial;
    private final Map<TrainingConfig, RunTrial> known = new HashMap<>();

    /** @param trial tries a run */
    Trials(Function<TrainingConfig, RunTrial> trial) {
        this.trial = trial;
    }

    /** Of the first batches of runs in this process. */
    public static Trials here() {
        return here(begun -> {});
    }

    /**
     * The same.
     *
     * @param told of every trial that begins
     */
    public static Trials here(Consumer<TrainingConfig> told) {
        DoubleAccumulator least = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);
        return new Trials(config -> {
            told.accept(config);
            return RunTrial.of(
                    config,
                    () -> Datasets.open(config.data(), config.imageSizing(), config.seed()),
                    () -> KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads()),
                    least);
        });
    }

    synchronized RunTrial of(TrainingConfig config) {
        return known.computeIfAbsent(config.with(RunSettings.SEED, 0L), trial);
    }
}
