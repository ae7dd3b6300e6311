package org.isdarts.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.data.ImageSizing;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.kernel.choice.NativeMemory;
import org.isdarts.profile.RunTrial;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;

/** What runs take: each kind of run is tried once, as neither seed nor number of images makes a difference, and one at a time. */
public final class Trials {
    private final Function<TrainingConfig, RunTrial> trial;
    private final Map<TrainingConfig, RunTrial> known = new LinkedHashMap<>();

    /** @param trial tries a run */
    Trials(Function<TrainingConfig, RunTrial> trial) {
        this.trial = trial;
    }

    /**
     * Of the first batches of runs in this process.
     *
     * @param told of every trial that begins, on the thread that tries
     */
    public static Trials here(Consumer<TrainingConfig> told) {
        DoubleAccumulator least = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);
        LastImages images = new LastImages();
        return new Trials(config -> {
            told.accept(config);
            NativeMemory.giveBack();
            return RunTrial.of(
                    config,
                    () -> images.of(config),
                    () -> KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads()),
                    least);
        });
    }

    /** What a kind of run is called where it is told of, such as {@code is-darts, paper}. */
    public static String name(TrainingConfig kind) {
        String method = kind.settings()
                .find(Strategies.STRATEGY)
                .map(StrategyKind::name)
                .orElseGet(kind.kind()::name);
        return method + ", " + kind.presetName();
    }

    /** What a run takes, tried unless one of its kind was. */
    public synchronized RunTrial of(TrainingConfig config) {
        return known.computeIfAbsent(kind(config), kind -> trial.apply(config));
    }

    /** What a run takes, by one with the same network and perhaps another strategy where such a run was tried; or else tried. */
    synchronized RunTrial like(TrainingConfig config) {
        if (!known.containsKey(kind(config))) {
            for (Map.Entry<TrainingConfig, RunTrial> tried : known.entrySet()) {
                if (network(tried.getKey()).equals(network(config))) {
                    return tried.getValue().times(cost(config) / cost(tried.getKey()));
                }
            }
        }
        return of(config);
    }

    /** About how long a batch takes, in passes of an image. */
    private static double cost(TrainingConfig config) {
        return config.batchSize() * config.passes();
    }

    private static TrainingConfig kind(TrainingConfig config) {
        return config.with(RunSettings.SEED, 0L).with(DataSettings.TRAIN_IMAGES, 0);
    }

    private static List<Object> network(TrainingConfig config) {
        return List.of(
                config.searchSpace(),
                config.given(),
                config.channels(),
                config.cells(),
                config.data(),
                config.imageSizing(),
                config.kernels(),
                config.threads());
    }

    /** The images opened last, as kinds of runs that follow one another mostly share theirs. */
    private static final class LastImages {
        private String data = "";
        private ImageSizing sizing;
        private Dataset images;

        Dataset of(TrainingConfig config) {
            if (!config.data().equals(data) || !config.imageSizing().equals(sizing)) {
                images = null; // so that not both are in memory
                images = Datasets.open(config.data(), config.imageSizing(), config.seed());
                data = config.data();
                sizing = config.imageSizing();
            }
            return images;
        }
    }
}
