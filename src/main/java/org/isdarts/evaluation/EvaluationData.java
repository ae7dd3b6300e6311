package org.isdarts.evaluation;

import java.util.List;
import java.util.Locale;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.ImageOrder;
import org.isdarts.data.ImageSource;
import org.isdarts.data.Normalization;
import org.isdarts.data.TrainingBatches;
import org.isdarts.network.Stem;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.settings.Setting;

/**
 * The images one evaluation uses.
 *
 * @param train images the network is trained on
 * @param test images it is judged by; may be empty
 * @param classNames names of the classes
 * @param normalization by the training images' mean and deviation
 * @param batches the training batches of every epoch
 */
public record EvaluationData(
        ImageSource train,
        ImageSource test,
        List<String> classNames,
        Normalization normalization,
        TrainingBatches batches) {
    /**
     * Takes from a dataset what the configuration asks for.
     *
     * @throws org.isdarts.settings.ViolationException if the dataset has too few images, or images of the wrong size
     */
    public static EvaluationData of(EvaluationConfig config, Dataset dataset) {
        requireFit(config, dataset);
        int classes = dataset.classes().size();
        ImageSource train = config.trainImages() == 0
                ? dataset.train()
                : dataset.train().balanced(config.trainImages(), classes, config.seed());
        ImageSource test = dataset.test().balanced(config.testImages(), classes, config.seed());
        Normalization normalization = train.normalization();
        TrainingBatches batches = new TrainingBatches(
                train, normalization, config.augmentations(), ImageOrder.SHUFFLED, config.batchSize(), config.seed());
        return new EvaluationData(train, test, dataset.classes(), normalization, batches);
    }

    /** How many classes there are. */
    int classes() {
        return classNames.size();
    }

    private static void requireFit(EvaluationConfig config, Dataset dataset) {
        int images = dataset.train().count();
        require(config, DataSettings.TRAIN_IMAGES, images, "training images in " + dataset.name());
        require(config, OptimizerSettings.BATCH_SIZE, images, "training images in " + dataset.name());
        require(config, DataSettings.TEST_IMAGES, dataset.test().count(), "test images in " + dataset.name());
        int side = Math.min(dataset.train().height(), dataset.train().width());
        require(config, DataSettings.CROP_PADDING, side - 1, "pixels by which images of side " + side + " can move");
        Stem stem = config.get(EvaluationSettings.STEM);
        if (dataset.train().width() % stem.step() != 0 || dataset.train().height() % stem.step() != 0) {
            throw DataSettings.IMAGE_SIZE.violation(
                    dataset.train().size() + " is not divisible by " + stem.step() + ", as the stem " + stem
                            + " needs it",
                    "give a multiple of " + stem.step() + ", such as " + stem.leastForHead());
        }
        if (config.get(EvaluationSettings.AUXILIARY_WEIGHT) > 0 && side < stem.leastForHead()) {
            throw DataSettings.IMAGE_SIZE.violation(
                    dataset.train().size() + " is too small for the second classifier",
                    "give at least " + stem.leastForHead() + ", or leave the classifier out by "
                            + EvaluationSettings.AUXILIARY_WEIGHT.label().toLowerCase(Locale.ROOT) + " 0");
        }
    }

    private static void require(EvaluationConfig config, Setting<Integer> setting, int there, String where) {
        if (config.get(setting) > there) {
            throw setting.violation(
                    config.get(setting) + " is more than the " + there + " " + where, "give at most " + there);
        }
    }
}
