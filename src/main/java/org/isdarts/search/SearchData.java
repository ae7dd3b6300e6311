package org.isdarts.search;

import java.util.List;
import java.util.Optional;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.Draws;
import org.isdarts.data.ImageSource;
import org.isdarts.data.Normalization;
import org.isdarts.data.TrainingBatches;
import org.isdarts.data.TrainingViews;
import org.isdarts.settings.Setting;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.isdarts.IsDartsSettings;

/**
 * The images one search uses: balanced parts of a dataset, and how they are normalized and put into batches.
 *
 * @param train all images of the search: the supernet is trained on them, or on half of them, and importance is measured
 *     on them
 * @param test images only ever evaluated; may be empty
 * @param classes how many classes there are
 * @param normalization by the training images' mean and deviation
 * @param batches the training batches of every epoch
 * @param validation the images that the architecture learns from, where they are set apart
 */
public record SearchData(
        ImageSource train,
        ImageSource test,
        int classes,
        Normalization normalization,
        TrainingBatches batches,
        Optional<Validation> validation) {

    /**
     * Images that no weights are trained on.
     *
     * @param images all of them
     * @param batches as many in every epoch as there are training batches
     */
    public record Validation(ImageSource images, TrainingBatches batches) {}

    /**
     * Takes from a dataset what the configuration asks for.
     *
     * @throws org.isdarts.settings.ViolationException if the dataset has too few images
     */
    public static SearchData of(SearchConfig config, Dataset dataset) {
        return of(config, dataset, config.strategy().images());
    }

    private static SearchData of(SearchConfig config, Dataset dataset, ImageUse use) {
        requireEnough(config, dataset);
        int classes = dataset.classes().size();
        ImageSource train = config.trainImages() == 0
                ? dataset.train()
                : dataset.train().balanced(config.trainImages(), classes, config.seed());
        ImageSource test = dataset.test().balanced(config.testImages(), classes, config.seed());
        Normalization normalization = train.normalization();
        if (use == ImageUse.WEIGHTS) {
            TrainingBatches batches = batches(config, train, normalization, config.seed());
            return new SearchData(train, test, classes, normalization, batches, Optional.empty());
        }
        List<ImageSource> halves = train.halves(config.seed());
        long otherSeed = Draws.of(config.seed(), Draws.Purpose.VALIDATION).nextLong();
        return new SearchData(
                train,
                test,
                classes,
                normalization,
                batches(config, halves.get(0), normalization, config.seed()),
                Optional.of(new Validation(halves.get(1), batches(config, halves.get(1), normalization, otherSeed))));
    }

    private static TrainingBatches batches(
            SearchConfig config, ImageSource images, Normalization normalization, long seed) {
        TrainingViews views = new TrainingViews(config.get(DataSettings.CROP_PADDING), config.get(DataSettings.FLIP));
        return new TrainingBatches(
                images, normalization, views, config.get(DataSettings.IMAGE_ORDER), config.batchSize(), seed);
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
        require(config, DataSettings.TEST_IMAGES, dataset.test().count(), "test images in " + dataset.name());
        if (config.trainImages() == 0) {
            config.requireHalvesOfAll(images);
        }
        int side = Math.min(dataset.train().height(), dataset.train().width());
        require(config, DataSettings.CROP_PADDING, side - 1, "pixels by which images of side " + side + " can move");
    }

    private static void require(SearchConfig config, Setting<Integer> setting, int there, String where) {
        if (config.uses(setting) && config.get(setting) > there) {
            throw setting.violation(
                    config.get(setting) + " is more than the " + there + " " + where, "give at most " + there);
        }
    }
}
