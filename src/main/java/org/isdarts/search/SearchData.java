package org.isdarts.search;

import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.ImageSet;
import org.isdarts.data.Normalization;
import org.isdarts.data.TrainingBatches;
import org.isdarts.data.TrainingViews;
import org.isdarts.score.IsDartsSettings;
import org.isdarts.settings.Setting;

/**
 * The images one search uses: balanced parts of a dataset, and how they are normalized and put into batches.
 *
 * @param train all images the supernet is trained on and importance is measured on
 * @param heldOut images only ever evaluated; may be empty
 * @param classes how many classes there are
 * @param normalization by the training images' mean and deviation
 * @param batches the training batches of every epoch
 */
public record SearchData(
        ImageSet train, ImageSet heldOut, int classes, Normalization normalization, TrainingBatches batches) {

    /**
     * Takes from a dataset what the configuration asks for.
     *
     * @throws org.isdarts.settings.ViolationException if the dataset has too few images
     */
    public static SearchData of(SearchConfig config, Dataset dataset) {
        requireEnough(config, dataset);
        int classes = dataset.classes().size();
        ImageSet train = config.trainImages() == 0
                ? dataset.train()
                : dataset.train().balanced(config.trainImages(), classes, config.seed());
        ImageSet heldOut = dataset.heldOut().balanced(config.validImages(), classes, config.seed());
        Normalization normalization = Normalization.of(train);
        return new SearchData(
                train,
                heldOut,
                classes,
                normalization,
                new TrainingBatches(train, normalization, views(config), config.batchSize(), config.seed()));
    }

    private static TrainingViews views(SearchConfig config) {
        return new TrainingViews(config.get(DataSettings.CROP_PADDING), config.get(DataSettings.FLIP));
    }

    /**
     * Checks that a dataset has the images a configuration asks for.
     *
     * @throws org.isdarts.settings.ViolationException if it has too few
     */
    public static void requireEnough(SearchConfig config, Dataset dataset) {
        int images = dataset.train().count();
        require(config, DataSettings.TRAIN_IMAGES, images, "training images in " + dataset.name());
        require(config, OptimizerSettings.BATCH_SIZE, images, "training images in " + dataset.name());
        require(config, IsDartsSettings.IMPORTANCE_IMAGES, images, "training images in " + dataset.name());
        require(config, DataSettings.VALID_IMAGES, dataset.heldOut().count(), "held-out images in " + dataset.name());
        int side = Math.min(dataset.train().height(), dataset.train().width());
        require(config, DataSettings.CROP_PADDING, side - 1, "pixels by which images of side " + side + " can move");
    }

    private static void require(SearchConfig config, Setting<Integer> setting, int there, String where) {
        if (config.get(setting) > there) {
            throw setting.violation(
                    config.get(setting) + " is more than the " + there + " " + where, "give at most " + there);
        }
    }
}
