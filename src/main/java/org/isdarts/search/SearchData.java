package org.isdarts.search;

import org.isdarts.data.Dataset;
import org.isdarts.data.ImageSet;
import org.isdarts.data.Normalisation;
import org.isdarts.data.TrainingBatches;

/**
 * The images one search uses: balanced parts of a dataset, and how they are normalised and put into batches.
 *
 * @param train all images the supernet is trained on and importance is measured on
 * @param heldOut images only ever evaluated; may be empty
 * @param classes how many classes there are
 * @param normalisation by the training images' mean and deviation
 * @param batches the training batches of every epoch
 */
public record SearchData(
        ImageSet train, ImageSet heldOut, int classes, Normalisation normalisation, TrainingBatches batches) {

    /**
     * Takes from a dataset what the configuration asks for.
     *
     * @throws IllegalArgumentException naming the option, if the dataset has too few images
     */
    public static SearchData of(SearchConfig config, Dataset dataset) {
        requireEnough(config, dataset);
        int classes = dataset.classes().size();
        ImageSet train = config.trainImages() == 0
                ? dataset.train()
                : dataset.train().balanced(config.trainImages(), classes, config.seed());
        ImageSet heldOut = dataset.heldOut().balanced(config.validImages(), classes, config.seed());
        Normalisation normalisation = Normalisation.of(train);
        return new SearchData(
                train,
                heldOut,
                classes,
                normalisation,
                new TrainingBatches(train, normalisation, config.batchSize(), config.seed()));
    }

    /**
     * Checks that a dataset has the images a configuration asks for.
     *
     * @throws IllegalArgumentException naming the option, if it has too few
     */
    public static void requireEnough(SearchConfig config, Dataset dataset) {
        int images = dataset.train().count();
        require("--train-images", config.trainImages(), images, "training images in " + dataset.name());
        require("--batch-size", config.batchSize(), images, "training images in " + dataset.name());
        require("--importance-images", config.importanceImages(), images, "training images in " + dataset.name());
        require(
                "--valid-images",
                config.validImages(),
                dataset.heldOut().count(),
                "held-out images in " + dataset.name());
    }

    private static void require(String option, int wanted, int there, String where) {
        if (wanted > there) {
            throw new IllegalArgumentException(
                    option + " " + wanted + " is more than the " + there + " " + where + "; give at most " + there);
        }
    }
}
