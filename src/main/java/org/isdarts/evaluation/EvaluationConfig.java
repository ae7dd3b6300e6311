package org.isdarts.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Augmentations;
import org.isdarts.data.ColorJitter;
import org.isdarts.data.Cutout;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.ImageSizing;
import org.isdarts.data.Lighting;
import org.isdarts.data.ResizedCrop;
import org.isdarts.data.TrainingBatches;
import org.isdarts.data.TrainingViews;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Precision;
import org.isdarts.network.CrossEntropy;
import org.isdarts.network.EvaluationNetworkBuilder;
import org.isdarts.network.EvaluationParts;
import org.isdarts.network.Graph;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Stem;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.PreparedTraining;
import org.isdarts.search.RateSchedule;
import org.isdarts.search.RunKind;
import org.isdarts.search.TrainingConfig;
import org.isdarts.search.TrainingLength;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SpaceSettings;
import org.isdarts.space.notation.GenotypeReader;

/**
 * Every setting of an evaluation, agreeing with each other. Two with equal settings, data, kernels and threads give equal
 * results.
 *
 * @param settings a value for each of {@link EvaluationSettings#ALL}
 */
public record EvaluationConfig(Settings settings) implements TrainingConfig {
    /** The training of a found genotype. */
    public static final RunKind KIND = new RunKind() {
        @Override
        public String name() {
            return "evaluation";
        }

        @Override
        public String command() {
            return "evaluate";
        }

        @Override
        public List<Setting<?>> settings() {
            return EvaluationSettings.ALL;
        }

        @Override
        public Setting<?> origin() {
            return EvaluationSettings.PROTOCOL;
        }

        @Override
        public List<Setting<String>> files() {
            return List.of(DataSettings.DATA, EvaluationSettings.FOUND_BY);
        }

        @Override
        public boolean narrows() {
            return false;
        }

        @Override
        public EvaluationConfig config(Settings settings) {
            return new EvaluationConfig(settings);
        }
    };

    /**
     * Checks that the values agree; each one was checked on its own before.
     *
     * @throws org.isdarts.settings.ViolationException if they do not
     */
    public EvaluationConfig {
        int trainImages = settings.get(DataSettings.TRAIN_IMAGES);
        int batchSize = settings.get(OptimizerSettings.BATCH_SIZE);
        if (trainImages > 0 && trainImages < batchSize) {
            throw DataSettings.TRAIN_IMAGES.violation(
                    trainImages + " is less than one batch of " + batchSize,
                    "give at least " + batchSize + " or a smaller batch size");
        }
        int epochs = settings.get(RunSettings.EPOCHS);
        if (settings.get(EvaluationSettings.WARM_UP) >= epochs) {
            throw EvaluationSettings.WARM_UP.violation(
                    settings.text(EvaluationSettings.WARM_UP) + " leaves none of the " + epochs + " epochs",
                    "give at most " + (epochs - 1));
        }
        Genotype genotype = genotype(settings);
        boolean head = genotype.space().macroNet().evaluation().auxiliaryHead();
        if (settings.get(EvaluationSettings.AUXILIARY_WEIGHT) > 0 && !head) {
            throw EvaluationSettings.AUXILIARY_WEIGHT.violation(
                    settings.text(EvaluationSettings.AUXILIARY_WEIGHT)
                            + " is for a second classifier, which networks of" + " space "
                            + genotype.space().name() + " do not have",
                    "give 0");
        }
        if (settings.get(EvaluationSettings.STEM) == Stem.IMAGENET
                && genotype.space().inputs() == 1) {
            throw EvaluationSettings.STEM.violation(
                    Stem.IMAGENET + " is not for networks of space "
                            + genotype.space().name(),
                    "give " + Stem.CIFAR);
        }
    }

    private static Genotype genotype(Settings settings) {
        String notation = settings.get(EvaluationSettings.GENOTYPE);
        try {
            return GenotypeReader.read(settings.get(SpaceSettings.SPACE), notation);
        } catch (IllegalArgumentException unreadable) {
            throw EvaluationSettings.GENOTYPE.violation(
                    "'" + notation + "' cannot be read: " + unreadable.getMessage(), "give the notation of its space");
        }
    }

    @Override
    public RunKind kind() {
        return KIND;
    }

    @Override
    public Settings presetSettings() {
        return get(EvaluationSettings.PROTOCOL).settings(genotype());
    }

    @Override
    public String presetName() {
        return get(EvaluationSettings.PROTOCOL).label();
    }

    /**
     * These settings with another value.
     *
     * @throws org.isdarts.settings.ViolationException if the setting may not have it, or not beside the others
     */
    @Override
    public <T> EvaluationConfig with(Setting<T> setting, T value) {
        return new EvaluationConfig(settings.with(setting, value));
    }

    @Override
    public EvaluationConfig in(Precision stored) {
        return with(ComputeSettings.PRECISION, stored.label());
    }

    /** The values of its protocol; what is no protocol's has its initial value. */
    @Override
    public Settings unchosen() {
        return presetSettings();
    }

    @Override
    public boolean uses(Setting<?> setting) {
        return true;
    }

    @Override
    public List<Setting<?>> chosen() {
        return EvaluationSettings.CHOSEN;
    }

    /** The paper's settings of an evaluation are protocols of their own. */
    @Override
    public Map<String, String> paper() {
        return Map.of();
    }

    @Override
    public Optional<Genotype> given() {
        return Optional.of(genotype());
    }

    @Override
    public EvaluationConfig fittedTo(int train, int test) {
        return new EvaluationConfig(settings.atMost(OptimizerSettings.BATCH_SIZE, train)
                .atMost(DataSettings.TRAIN_IMAGES, train)
                .atMost(DataSettings.TEST_IMAGES, test));
    }

    @Override
    public TrainingLength length(int images) {
        return TrainingLength.of(
                epochs(), TrainingBatches.stepsPerEpoch(images, batchSize()), batchSize(), testImages());
    }

    @Override
    public double passes() {
        return 1;
    }

    @Override
    public EvaluationConfig placed() {
        return new EvaluationConfig(KIND.placed(settings));
    }

    @Override
    public PreparedTraining prepare(Dataset dataset) {
        EvaluationData data = EvaluationData.of(this, dataset);
        return new PreparedTraining(
                data.normalization(),
                (kernels, journal, control) -> new Evaluation(this, data, kernels, journal, control).loop());
    }

    @Override
    public Graph network(NetworkSize size, Map<CellType, Mask> masks) {
        return EvaluationNetworkBuilder.of(genotype(), size, evaluatedParts());
    }

    /** The last epoch is the one that counts. */
    @Override
    public Optional<String> whyNotTrained(Checkpoint checkpoint, Genotype genotype) {
        return checkpoint.epoch() > epochs()
                ? Optional.empty()
                : Optional.of("is of epoch " + checkpoint.epoch() + " of " + epochs()
                        + "; let the training finish, then export its network");
    }

    @Override
    public List<String> aboutNetwork() {
        return List.of("The network of a genotype, trained from scratch.");
    }

    /** What is trained. */
    public Genotype genotype() {
        return genotype(settings);
    }

    /** What its network has while it is trained. */
    EvaluationParts parts() {
        EvaluationParts parts = EvaluationParts.PLAIN.behind(get(EvaluationSettings.STEM));
        parts = get(EvaluationSettings.AUXILIARY_WEIGHT) > 0
                ? parts.with(get(EvaluationSettings.AUXILIARY_NORMS))
                : parts;
        return get(EvaluationSettings.DROP_PATH) > 0 ? parts.withDropPath() : parts;
    }

    /** What its network has once it is trained. */
    private EvaluationParts evaluatedParts() {
        return EvaluationParts.PLAIN.behind(parts().stem());
    }

    @Override
    public ImageSizing imageSizing() {
        return TrainingConfig.super.imageSizing().decoding(get(DataSettings.DECODING));
    }

    /** How training images are varied. */
    Augmentations augmentations() {
        boolean flip = get(DataSettings.FLIP);
        double leastArea = get(EvaluationSettings.RESIZED_CROP);
        return new Augmentations(
                leastArea == 0
                        ? new TrainingViews(get(DataSettings.CROP_PADDING), flip)
                        : new ResizedCrop(leastArea, flip),
                new ColorJitter(get(EvaluationSettings.COLOR_JITTER), get(EvaluationSettings.HUE_JITTER)),
                new Lighting(get(EvaluationSettings.LIGHTING)),
                new Cutout(get(EvaluationSettings.CUTOUT)));
    }

    /** What is learned. */
    CrossEntropy loss() {
        return new CrossEntropy(get(EvaluationSettings.LABEL_SMOOTHING), 1);
    }

    /** How the learning rate goes. */
    RateSchedule schedule() {
        return get(EvaluationSettings.SCHEDULE).of(this);
    }
}
