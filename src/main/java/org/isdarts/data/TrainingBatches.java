package org.isdarts.data;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The batches of training: every epoch shows all images once, in an order of its own or as they lie in the dataset, each varied at
 * random. Order and views depend only on seed, epoch and position, so any epoch can be taken up at any step.
 *
 * <p>Every image is shown in a view of its own, then normalized.
 */
public final class TrainingBatches {
    private final ImageSource images;
    private final Normalization normalization;
    private final Augmentations augmentations;
    private final ImageOrder order;
    private final int batchSize;
    private final long seed;

    /**
     * Plans batches.
     *
     * @param images at least 2
     * @param views how they are varied
     * @param order in which they are shown
     * @param batchSize images of a batch, at least 2
     * @throws IllegalArgumentException if there are fewer images, or the batch is smaller
     */
    public TrainingBatches(
            ImageSource images,
            Normalization normalization,
            Framing views,
            ImageOrder order,
            int batchSize,
            long seed) {
        this(images, normalization, Augmentations.of(views), order, batchSize, seed);
    }

    /**
     * Plans batches.
     *
     * @param images at least 2
     * @param augmentations how they are varied
     * @param order in which they are shown
     * @param batchSize images of a batch, at least 2
     * @throws IllegalArgumentException if there are fewer images, or the batch is smaller
     */
    public TrainingBatches(
            ImageSource images,
            Normalization normalization,
            Augmentations augmentations,
            ImageOrder order,
            int batchSize,
            long seed) {
        if (images.count() < 2 || batchSize < 2) {
            throw new IllegalArgumentException("batches of " + batchSize + " of " + images.count()
                    + " images: training needs at least 2 images and batches of at least 2");
        }
        this.images = images;
        this.normalization = normalization;
        this.augmentations = augmentations;
        this.order = order;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** Batches of an epoch. The last one may be smaller; it is left out if it would hold a single image. */
    public int stepsPerEpoch() {
        return stepsPerEpoch(images.count(), batchSize);
    }

    /** Batches of an epoch of that many images. */
    public static int stepsPerEpoch(int images, int batchSize) {
        int rest = images % batchSize;
        return images / batchSize + (rest > 1 ? 1 : 0);
    }

    /**
     * The batches of an epoch from a step on, prepared ahead.
     *
     * @param epoch counted from 1
     * @param fromStep first step wanted, counted from 0
     * @param workers threads that prepare, at least 1
     */
    public BatchStream epoch(int epoch, int fromStep, int workers) {
        if (epoch < 1 || fromStep < 0 || fromStep > stepsPerEpoch()) {
            throw new IllegalArgumentException("there is no step " + fromStep + " in epoch " + epoch);
        }
        ViewedImages viewed = new ViewedImages(
                images,
                normalization,
                order(Draws.of(seed, Draws.Purpose.EPOCH_ORDER, epoch)),
                (image, place) -> augmentations.view(images, image, chances(epoch, place)),
                (place, batch, offset) -> augmentations.finish(batch, offset, images.size(), chances(epoch, place)));
        return new BatchStream(fromStep, stepsPerEpoch(), workers, step -> viewed.batch(step * batchSize, batchSize));
    }

    private Augmentations.Chances chances(int epoch, int place) {
        return purpose -> Draws.of(seed, purpose, epoch, place);
    }

    /**
     * Some of the images to measure something on after an epoch: drawn without replacement, other ones after every epoch,
     * or the first ones, as the order of these batches is.
     *
     * @param epoch counted from 1
     * @param seen how the images are seen
     * @param count how many; 0 is all
     * @throws DataException if there are fewer
     */
    public ImageSample sample(int epoch, ImageViews seen, int count) {
        if (count > images.count()) {
            throw new DataException(
                    "cannot take " + count + " of " + images.count() + " images; give at most " + images.count());
        }
        int taken = count == 0 ? images.count() : count;
        int[] chosen = Arrays.copyOf(order(Draws.of(seed * 1_000_003 + epoch, Draws.Purpose.SAMPLE)), taken);
        ViewedImages viewed = seen == ImageViews.PLAIN
                ? ViewedImages.plain(images, normalization, chosen)
                : new ViewedImages(
                        images,
                        normalization,
                        chosen,
                        (image, place) -> augmentations
                                .framing()
                                .frame(images, image, Draws.of(seed, Draws.Purpose.SAMPLE, epoch, place)),
                        ViewedImages.Finish.NOTHING);
        return new ImageSample(taken, viewed.batches(batchSize));
    }

    private int[] order(Random random) {
        return order == ImageOrder.SHUFFLED
                ? Draws.permutation(images.count(), random)
                : IntStream.range(0, images.count()).toArray();
    }
}
