package org.isdarts.search;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.data.DataSettings;
import org.isdarts.data.ImageSizing;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Precision;
import org.isdarts.network.NetworkSettings;
import org.isdarts.score.Score;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.isdarts.strategy.isdarts.ShrinkSchedule;

/**
 * Every setting of a search, agreeing with each other. Two searches with equal settings, data, kernels and threads give
 * equal results.
 *
 * @param settings a value for each of {@link SearchSettings#ALL}
 */
public record SearchConfig(Settings settings) {
    /** Cost of a forward pass alone, as a share of a training step. */
    private static final double FORWARD = 0.35;

    /** Least batches of the training images where half of them are the architecture's. */
    private static final int BATCHES_OF_HALVES = 4;

    /**
     * Checks that the values agree; each one was checked on its own before.
     *
     * @throws org.isdarts.settings.ViolationException if they do not
     */
    public SearchConfig {
        StrategyKind strategy = settings.get(Strategies.STRATEGY);
        strategy.maker().make(settings.get(SpaceSettings.SPACE), settings);
        int trainImages = settings.get(DataSettings.TRAIN_IMAGES);
        int batchSize = settings.get(OptimizerSettings.BATCH_SIZE);
        if (trainImages > 0 && trainImages < batchSize) {
            throw DataSettings.TRAIN_IMAGES.violation(
                    trainImages + " is less than one batch of " + batchSize,
                    "give at least " + batchSize + " or a smaller batch size");
        }
        requireHalves(strategy, trainImages, batchSize);
        if (trainImages > 0 && strategy.has(IsDartsSettings.IMPORTANCE_IMAGES)) {
            atMost(settings, IsDartsSettings.IMPORTANCE_IMAGES, trainImages, "the " + trainImages + " training images");
        }
        double first = settings.get(OptimizerSettings.LEARNING_RATE);
        if (settings.get(OptimizerSettings.LAST_LEARNING_RATE) > first) {
            throw OptimizerSettings.LAST_LEARNING_RATE.violation(
                    settings.text(OptimizerSettings.LAST_LEARNING_RATE) + " is more than the first learning rate",
                    "give at most " + settings.text(OptimizerSettings.LEARNING_RATE));
        }
    }

    /** Two halves of the training images need two batches each, or an epoch would be a single step. */
    private static void requireHalves(StrategyKind strategy, int trainImages, int batchSize) {
        int least = BATCHES_OF_HALVES * batchSize;
        if (strategy.images() == ImageUse.WEIGHTS_AND_ARCHITECTURE && trainImages > 0 && trainImages < least) {
            throw DataSettings.TRAIN_IMAGES.violation(
                    trainImages + " is less than two batches of " + batchSize
                            + " for weights and two for the architecture",
                    "give at least " + least + " or a smaller batch size");
        }
    }

    private static void atMost(Settings settings, Setting<Integer> setting, int most, String what) {
        if (settings.get(setting) > most) {
            throw setting.violation(settings.get(setting) + " is more than " + what, "give at most " + most);
        }
    }

    /** A setting's value. */
    public <T> T get(Setting<T> setting) {
        return settings.get(setting);
    }

    /**
     * These settings with another value.
     *
     * @throws org.isdarts.settings.ViolationException if the setting may not have it, or not beside the others
     */
    public <T> SearchConfig with(Setting<T> setting, T value) {
        return new SearchConfig(settings.with(setting, value));
    }

    /**
     * These settings for a dataset of that size: numbers of images that it does not have are lowered to those it has.
     *
     * @param train training images there are
     * @param test test images there are
     */
    public SearchConfig fittedTo(int train, int test) {
        Settings fitted = settings;
        fitted = lowered(fitted, OptimizerSettings.BATCH_SIZE, train);
        fitted = lowered(fitted, DataSettings.TRAIN_IMAGES, train);
        fitted = lowered(fitted, DataSettings.TEST_IMAGES, test);
        fitted = lowered(fitted, IsDartsSettings.IMPORTANCE_IMAGES, train);
        return new SearchConfig(fitted);
    }

    private static Settings lowered(Settings settings, Setting<Integer> setting, int most) {
        return settings.get(setting) > most ? settings.with(setting, most) : settings;
    }

    /** These settings with images stored in that precision. */
    public SearchConfig in(Precision stored) {
        return with(ComputeSettings.PRECISION, stored.label());
    }

    /**
     * The options that ask for these settings on the command line: what names the search, and whatever its preset has
     * otherwise.
     */
    public List<String> options() {
        Settings preset =
                get(SearchSettings.PRESET).config(searchSpace(), data()).settings();
        List<String> options = new ArrayList<>();
        for (Setting<?> setting : settings.settings()) {
            if (SearchSettings.SUBJECT.settings().contains(setting)
                    || !settings.text(setting).equals(preset.text(setting))) {
                options.add(setting.option());
                options.add(settings.text(setting));
            }
        }
        return options;
    }

    /** The search space. */
    public SearchSpace searchSpace() {
        return get(SpaceSettings.SPACE);
    }

    /** Name of the search space. */
    public String space() {
        return searchSpace().name();
    }

    /** The method of the search. */
    public StrategyKind strategy() {
        return get(Strategies.STRATEGY);
    }

    /** Whether a setting matters to this search; those of other strategies do not. */
    public boolean uses(Setting<?> setting) {
        return Strategies.matters(setting, strategy());
    }

    /** The epochs at whose end operations are discarded, as far as settings say. */
    public List<Integer> shrinkEpochs() {
        return uses(IsDartsSettings.SHRINK_STEPS) ? ShrinkSchedule.of(settings).shrinkEpochs() : List.of();
    }

    /** {@code synthetic} or the path of a dataset. */
    public String data() {
        return get(DataSettings.DATA);
    }

    /** How the images become images of one size. */
    public ImageSizing imageSizing() {
        return ImageSizing.of(get(DataSettings.IMAGE_SIZE), get(DataSettings.IMAGE_FIT));
    }

    /** Name of the preset the settings started from. */
    public String preset() {
        return get(SearchSettings.PRESET).label();
    }

    /** Epochs of the whole search. */
    public int epochs() {
        return get(RunSettings.EPOCHS);
    }

    /** C, channels of the first stage's nodes. */
    public int channels() {
        return get(NetworkSettings.CHANNELS);
    }

    /** N, normal cells of a stage. */
    public int cells() {
        return get(NetworkSettings.CELLS);
    }

    /** Images of a training step. */
    public int batchSize() {
        return get(OptimizerSettings.BATCH_SIZE);
    }

    /** Training images used; 0 is all. */
    public int trainImages() {
        return get(DataSettings.TRAIN_IMAGES);
    }

    /** Test images used. */
    public int testImages() {
        return get(DataSettings.TEST_IMAGES);
    }

    /** The measurement that decides. */
    public Score importance() {
        return get(IsDartsSettings.IMPORTANCE);
    }

    /**
     * About how long evaluating and measuring after an epoch take, in training steps: they lack the backward pass.
     *
     * @param trained training images of an epoch
     */
    public double stepsAfterEpoch(int trained) {
        return FORWARD * (testImages() + importanceImages(trained)) / batchSize();
    }

    /** Training images that a measurement of importance averages over, of all those trained on; 0 where none is made. */
    public int importanceImages(int trained) {
        if (!uses(IsDartsSettings.IMPORTANCE_IMAGES)) {
            return 0;
        }
        int wanted = get(IsDartsSettings.IMPORTANCE_IMAGES);
        return wanted == 0 ? trained : wanted;
    }

    /** Shrink steps, Z. */
    public int shrinkSteps() {
        return get(IsDartsSettings.SHRINK_STEPS);
    }

    /** Seed of weights, order, augmentation and subsets. */
    public long seed() {
        return get(RunSettings.SEED);
    }

    /** Threads that compute. */
    public int threads() {
        return get(ComputeSettings.THREADS);
    }

    /** {@code auto} or the name of a compute library. */
    public String kernels() {
        return get(ComputeSettings.KERNELS);
    }

    /** {@code auto} or the name of a precision. */
    public String precision() {
        return get(ComputeSettings.PRECISION);
    }

    /** Path of an accuracy table to look the genotype up in; empty for none. */
    public String benchmarkTable() {
        return get(SearchSettings.BENCHMARK_TABLE);
    }
}
