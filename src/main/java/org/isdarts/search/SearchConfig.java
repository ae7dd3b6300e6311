package org.isdarts.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.TrainingBatches;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Precision;
import org.isdarts.network.Graph;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.SupernetBuilder;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
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
    /** A search of a genotype. */
    public static final RunKind KIND = new RunKind() {
        @Override
        public String name() {
            return "search";
        }

        @Override
        public String command() {
            return "search";
        }

        @Override
        public List<Setting<?>> settings() {
            return SearchSettings.ALL;
        }

        @Override
        public Setting<?> origin() {
            return SearchSettings.PRESET;
        }

        @Override
        public List<Setting<String>> files() {
            return List.of(DataSettings.DATA, SearchSettings.BENCHMARK_TABLE);
        }

        @Override
        public boolean narrows() {
            return true;
        }

        @Override
        public SearchConfig config(Settings settings) {
            return new SearchConfig(settings);
        }
    };

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

    /** The same where all images of a dataset are used, of which there are that many. */
    void requireHalvesOfAll(int images) {
        if (strategy().images() == ImageUse.WEIGHTS_AND_ARCHITECTURE && images < BATCHES_OF_HALVES * batchSize()) {
            throw OptimizerSettings.BATCH_SIZE.violation(
                    batchSize() + " is too large for two batches of weights and two of the architecture from the "
                            + images + " training images",
                    "give at most " + images / BATCHES_OF_HALVES);
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
    public RunKind kind() {
        return KIND;
    }

    @Override
    public Settings presetSettings() {
        return get(SearchSettings.PRESET)
                .config(searchSpace(), strategy(), data())
                .settings();
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

    @Override
    public Settings unchosen() {
        Settings preset = presetSettings();
        Settings unchosen = Settings.of(settings.settings());
        for (Setting<?> setting : SearchSettings.OF_PRESET) {
            unchosen = unchosen.withText(setting, preset.text(setting));
        }
        return unchosen;
    }

    @Override
    public List<Setting<?>> chosen() {
        return settings.settings().stream().filter(this::uses).toList();
    }

    @Override
    public Map<String, String> paper() {
        return strategy().published().published(searchSpace());
    }

    @Override
    public Optional<Genotype> given() {
        return Optional.empty();
    }

    @Override
    public SearchConfig fittedTo(int train, int test) {
        return new SearchConfig(settings.atMost(OptimizerSettings.BATCH_SIZE, train)
                .atMost(DataSettings.TRAIN_IMAGES, train)
                .atMost(DataSettings.TEST_IMAGES, test)
                .atMost(IsDartsSettings.IMPORTANCE_IMAGES, train));
    }

    @Override
    public TrainingLength length(int images) {
        int ofWeights = strategy().images() == ImageUse.WEIGHTS ? images : images / 2;
        int steps = TrainingBatches.stepsPerEpoch(ofWeights, batchSize());
        return TrainingLength.of(epochs(), steps, batchSize(), testImages() + importanceImages(steps * batchSize()));
    }

    @Override
    public double passes() {
        return strategy().passes();
    }

    @Override
    public SearchConfig placed() {
        return new SearchConfig(KIND.placed(settings));
    }

    @Override
    public PreparedTraining prepare(Dataset dataset) {
        SearchData data = SearchData.of(this, dataset);
        return new PreparedTraining(
                data.normalization(),
                (kernels, journal, control) -> new Search(this, data, kernels, journal, control).loop());
    }

    @Override
    public Graph network(NetworkSize size, Map<CellType, Mask> masks) {
        return SupernetBuilder.of(searchSpace(), size, masks);
    }

    /** An older checkpoint, taken because the newest is damaged, may be from before the last shrink step. */
    @Override
    public Optional<String> whyNotTrained(Checkpoint checkpoint, Genotype genotype) {
        if (checkpoint.masks().equals(Mask.of(genotype))) {
            return Optional.empty();
        }
        return Optional.of(
                checkpoint.epoch() > epochs()
                        ? "holds operations beside those that were found, for "
                                + strategy().title()
                                + " reads its genotype at the end; train the network that was found, and export that"
                        : "is from before its last shrink step, so it is not the network that was found; search again");
    }

    @Override
    public List<String> aboutNetwork() {
        return List.of(
                "The network a search trained: what was left of its supernet, with its weights.",
                "Its cells normalize by the batch's own statistics, so give it many images at once.");
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
            if (differs || names(setting)) {
                options.add(setting.option());
                options.add(settings.text(setting));
            }
        }
        return options;
    }

    private static boolean names(Setting<?> setting) {
        return SearchSettings.SUBJECT.settings().contains(setting) || setting == Strategies.STRATEGY;
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

    /** How many times the memory of the search's first net its largest one takes, about. */
    public double growth() {
        return strategy().maker().make(searchSpace(), settings).growth();
    }

    /** Settings of other strategies do not matter. */
    @Override
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

    /** Path of an accuracy table to look the genotype up in; empty for none. */
    public String benchmarkTable() {
        return get(SearchSettings.BENCHMARK_TABLE);
    }
}
