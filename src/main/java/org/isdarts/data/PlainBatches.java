package org.isdarts.data;

import java.util.stream.IntStream;

/** Batches of images as they are, neither cropped nor mirrored, only normalized. */
public final class PlainBatches {
    private PlainBatches() {}

    /** All images in order; the last batch may be smaller. */
    public static Iterable<Batch> of(ImageSet images, Normalization normalization, int batchSize) {
        return batches(images, IntStream.range(0, images.count()).toArray(), normalization, batchSize);
    }

    /**
     * Some images, drawn by the seed without replacement, in the order drawn; the last batch may be smaller.
     *
     * @param count images drawn
     * @throws DataException if there are fewer
     */
    public static Iterable<Batch> drawn(
            ImageSet images, int count, Normalization normalization, int batchSize, long seed) {
        if (count > images.count()) {
            throw new DataException(
                    "cannot draw " + count + " of " + images.count() + " images; give at most " + images.count());
        }
        int[] order = Draws.permutation(images.count(), Draws.of(seed, Draws.Purpose.SAMPLE));
        return batches(images, IntStream.of(order).limit(count).toArray(), normalization, batchSize);
    }

    private static Iterable<Batch> batches(ImageSet images, int[] chosen, Normalization normalization, int batchSize) {
        int steps = (chosen.length + batchSize - 1) / batchSize;
        return () -> IntStream.range(0, steps)
                .mapToObj(step -> {
                    int first = step * batchSize;
                    int end = Math.min(first + batchSize, chosen.length);
                    return batch(
                            images,
                            IntStream.range(first, end).map(i -> chosen[i]).toArray(),
                            normalization);
                })
                .iterator();
    }

    private static Batch batch(ImageSet images, int[] chosen, Normalization normalization) {
        int values = images.valuesPerImage();
        float[] normalized = new float[chosen.length * values];
        byte[] image = new byte[values];
        for (int i = 0; i < chosen.length; i++) {
            images.copyPixels(chosen[i], image);
            normalization.apply(image, images.height(), images.width(), normalized, i * values);
        }
        return new Batch(normalized, IntStream.of(chosen).map(images::label).toArray());
    }
}
