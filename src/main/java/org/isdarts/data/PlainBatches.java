package org.isdarts.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Batches of images as they are, neither cropped nor mirrored, only normalized. */
public final class PlainBatches {
    private PlainBatches() {}

    /** All images in order; the last batch may be smaller. */
    public static Iterable<Batch> of(ImageSource images, Normalization normalization, int batchSize) {
        return batches(images, IntStream.range(0, images.count()).toArray(), normalization, batchSize);
    }

    /**
     * Some images, drawn by the seed without replacement, in the order drawn; the last batch may be smaller.
     *
     * @param count images drawn
     * @throws DataException if there are fewer
     */
    public static Iterable<Batch> drawn(
            ImageSource images, int count, Normalization normalization, int batchSize, long seed) {
        if (count > images.count()) {
            throw new DataException(
                    "cannot draw " + count + " of " + images.count() + " images; give at most " + images.count());
        }
        int[] order = Draws.permutation(images.count(), Draws.of(seed, Draws.Purpose.SAMPLE));
        return batches(images, Arrays.copyOf(order, count), normalization, batchSize);
    }

    /**
     * Full batches of all images in an order drawn by the seed, from the beginning again and again.
     *
     * @param batches how many
     * @param batchSize images of each, fewer where there are not as many
     */
    public static Iterable<Batch> inTurn(
            ImageSource images, int batches, Normalization normalization, int batchSize, long seed) {
        int[] order = Draws.permutation(images.count(), Draws.of(seed, Draws.Purpose.SAMPLE));
        int size = Math.min(batchSize, images.count());
        int[] turns = IntStream.range(0, batches * size)
                .map(i -> order[i % order.length])
                .toArray();
        return batches(images, turns, normalization, size);
    }

    private static Iterable<Batch> batches(
            ImageSource images, int[] chosen, Normalization normalization, int batchSize) {
        return ViewedImages.plain(images, normalization, chosen).batches(batchSize);
    }
}
