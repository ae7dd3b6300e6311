package org.isdarts.search;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.data.DataSettings;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Precision;
import org.isdarts.score.Score;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
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
public record SearchConfig(Settings settings) implements TrainingConfig {
    /** What the manifest calls a search. */
    public static final String KIND = "search";

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
        requirePrecision(strategy, settings.get(ComputeSettings.PRECISION));
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

    private static void requirePrecision(StrategyKind strategy, String precision) {
        if (precision.equals(Precision.BFLOAT16.label()) && strategy.atLeast() == Precision.FLOAT32) {
            throw ComputeSettings.PRECISION.violation(
                    precision + " is too coarse for " + strategy.title()
                            + ", which subtracts gradients that are nearly equal",
                    "give " + Precision.FLOAT32.label());
        }
    }

    private static void atMost(Settings settings, Setting<Integer> setting, int most, String what) {
        if (settings.get(setting) > most) {
            throw setting.violation(settings.get(setting) + " is more than " + what, "give at most " + most);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Settings presetSettings() {
        return get(SearchSettings.PRESET).config(searchSpace(), data()).settings();
    }

    @Override
    public String presetName() {
        return preset();
    }

    /**
     * These settings with another value.
     *
     * @throws org.isdarts.settings.ViolationException if the setting may not have it, or not beside the others
     */
    @Override
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

    @Override
    public SearchConfig in(Precision stored) {
        return with(ComputeSettings.PRECISION, stored.label());
    }

    /**
     * The options that ask for these settings on the command line: what names the search, and whatever its preset has
     * otherwise.
     */
    public List<String> options() {
        Settings preset = presetSettings();
        List<String> options = new ArrayList<>();
        for (Setting<?> setting : settings.settings()) {
            boolean differs = uses(setting) && !settings.text(setting).equals(preset.text(setting));
            if (differs || SearchSettings.SUBJECT.settings().contains(setting)) {
                options.add(setting.option());
                options.add(settings.text(setting));
            }
        }
        return options;
    }

    /** {@code auto} or the name of a precision; single precision where the strategy needs it. */
    @Override
    public String precision() {
        String asked = get(ComputeSettings.PRECISION);
        return asked.equals(Precision.AUTO) && strategy().atLeast() == Precision.FLOAT32
                ? Precision.FLOAT32.label()
                : asked;
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

    /** Name of the preset the settings started from. */
    public String preset() {
        return get(SearchSettings.PRESET).label();
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
        return TrainingLength.steps(testImages() + importanceImages(trained), batchSize());
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

    /** Path of an accuracy table to look the genotype up in; empty for none. */
    public String benchmarkTable() {
        return get(SearchSettings.BENCHMARK_TABLE);
    }
}
