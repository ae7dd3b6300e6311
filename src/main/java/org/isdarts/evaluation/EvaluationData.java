package org.isdarts.evaluation;

import java.util.List;
import java.util.Locale;
import org.isdarts.data.Cutout;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.ImageOrder;
import org.isdarts.data.ImageSet;
import org.isdarts.data.Normalization;
import org.isdarts.data.TrainingBatches;
import org.isdarts.data.TrainingViews;
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
        ImageSet train, ImageSet test, List<String> classNames, Normalization normalization, TrainingBatches batches) {
    /** Side of the smallest images that an auxiliary head takes: 8x8 pixels are left where it stands. */
    private static final int HEAD_SIDE = 32;

    /**
     * Takes from a dataset what the configuration asks for.
     *
     * @throws org.isdarts.settings.ViolationException if the dataset has too few images, or images of the wrong size
     */
    public static EvaluationData of(EvaluationConfig config, Dataset dataset) {
        requireFit(config, dataset);
        int classes = dataset.classes().size();
        ImageSet train = config.trainImages() == 0
                ? dataset.train()
                : dataset.train().balanced(config.trainImages(), classes, config.seed());
        ImageSet test = dataset.test().balanced(config.testImages(), classes, config.seed());
        Normalization normalization = Normalization.of(train);
        TrainingBatches batches = new TrainingBatches(
                train,
                normalization,
                new TrainingViews(config.get(DataSettings.CROP_PADDING), config.get(DataSettings.FLIP)),
                new Cutout(config.get(EvaluationSettings.CUTOUT)),
                ImageOrder.SHUFFLED,
                config.batchSize(),
                config.seed());
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
        if (config.get(EvaluationSettings.AUXILIARY_WEIGHT) > 0 && side < HEAD_SIDE) {
            throw DataSettings.IMAGE_SIZE.violation(
                    dataset.train().width() + "x" + dataset.train().height()
                            + " is too small for the second classifier",
                    "give at least " + HEAD_SIDE + ", or leave the classifier out by "
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
