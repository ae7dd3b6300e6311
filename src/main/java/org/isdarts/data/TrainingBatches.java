package org.isdarts.data;

import java.util.Random;

/**
 * The batches of training: every epoch shows all images once, in an order of its own, each cropped and mirrored at
 * random. Order and views depend only on seed, epoch and position, so any epoch can be taken up at any step.
 *
 * <p>Every image is shown in a view of its own, then normalized.
 */
public final class TrainingBatches {
    private final ImageSet images;
    private final Normalization normalization;
    private final TrainingViews views;
    private final int batchSize;
    private final long seed;

    /**
     * Plans batches.
     *
     * @param images at least 2
     * @param views how they are varied
     * @param batchSize images of a batch, at least 2
     * @throws IllegalArgumentException if there are fewer images, or the batch is smaller
     */
    public TrainingBatches(
            ImageSet images, Normalization normalization, TrainingViews views, int batchSize, long seed) {
        if (images.count() < 2 || batchSize < 2) {
            throw new IllegalArgumentException("batches of " + batchSize + " of " + images.count()
                    + " images: training needs at least 2 images and batches of at least 2");
        }
        this.images = images;
        this.normalization = normalization;
        this.views = views;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** Batches of an epoch. The last one may be smaller; it is left out if it would hold a single image. */
    public int stepsPerEpoch() {
        int rest = images.count() % batchSize;
        return images.count() / batchSize + (rest > 1 ? 1 : 0);
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
        int[] order = Draws.permutation(images.count(), Draws.of(seed, Draws.Purpose.EPOCH_ORDER, epoch));
        return new BatchStream(fromStep, stepsPerEpoch(), workers, step -> batch(epoch, step, order));
    }

    private Batch batch(int epoch, int step, int[] order) {
        int first = step * batchSize;
        int count = Math.min(batchSize, images.count() - first);
        int values = images.valuesPerImage();
        float[] normalized = new float[count * values];
        int[] labels = new int[count];
        byte[] image = new byte[values];
        byte[] view = new byte[values];
        for (int i = 0; i < count; i++) {
            int position = first + i;
            Random random = Draws.of(seed, Draws.Purpose.VIEW, epoch, position);
            images.copyPixels(order[position], image);
            views.draw(random).apply(image, images.height(), images.width(), view);
            normalization.apply(view, images.height(), images.width(), normalized, i * values);
            labels[i] = images.label(order[position]);
        }
        return new Batch(normalized, labels);
    }
}
