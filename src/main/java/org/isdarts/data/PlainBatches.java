package org.isdarts.data;

import java.util.stream.IntStream;

/** Batches of images as they are, neither cropped nor mirrored, only normalised. */
public final class PlainBatches {
    private PlainBatches() {}

    /** All images in order; the last batch may be smaller. */
    public static Iterable<Batch> of(ImageSet images, Normalisation normalisation, int batchSize) {
        return batches(images, IntStream.range(0, images.count()).toArray(), normalisation, batchSize);
    }

    /**
     * Some images, drawn by the seed without replacement, in the order drawn; the last batch may be smaller.
     *
     * @param count images drawn
     * @throws DataException if there are fewer
     */
    public static Iterable<Batch> drawn(
            ImageSet images, int count, Normalisation normalisation, int batchSize, long seed) {
        if (count > images.count()) {
            throw new DataException(
                    "cannot draw " + count + " of " + images.count() + " images; give at most " + images.count());
        }
        int[] order = Draws.permutation(images.count(), Draws.of(seed, Draws.Purpose.SAMPLE));
        return batches(images, IntStream.of(order).limit(count).toArray(), normalisation, batchSize);
    }

    private static Iterable<Batch> batches(ImageSet images, int[] chosen, Normalisation normalisation, int batchSize) {
        int steps = (chosen.length + batchSize - 1) / batchSize;
        return () -> IntStream.range(0, steps)
                .mapToObj(step -> {
                    int first = step * batchSize;
                    int end = Math.min(first + batchSize, chosen.length);
                    return batch(
                            images,
                            IntStream.range(first, end).map(i -> chosen[i]).toArray(),
                            normalisation);
                })
                .iterator();
    }

    private static Batch batch(ImageSet images, int[] chosen, Normalisation normalisation) {
        int values = images.valuesPerImage();
        float[] normalised = new float[chosen.length * values];
        byte[] image = new byte[values];
        for (int i = 0; i < chosen.length; i++) {
            images.copyPixels(chosen[i], image);
            normalisation.apply(image, images.height(), images.width(), normalised, i * values);
        }
        return new Batch(normalised, IntStream.of(chosen).map(images::label).toArray());
    }
}
