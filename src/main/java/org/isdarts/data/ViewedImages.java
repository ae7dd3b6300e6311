package org.isdarts.data;

import java.util.stream.IntStream;

/**
 * Images in an order, each seen in a view of its own, then normalized, then finished.
 *
 * @param images those it is about
 * @param order their indices in the order in which they are seen
 * @param view how the image at a place of that order is seen
 * @param finish what is done to it once it is normalized
 */
record ViewedImages(ImageSource images, Normalization normalization, int[] order, View view, Finish finish) {
    /** Shows images. */
    @FunctionalInterface
    interface View {
        /**
         * Shows one image.
         *
         * @param image its index
         * @param place its place in the order
         */
        Picture of(int image, int place);
    }

    /** Changes normalized images. */
    @FunctionalInterface
    interface Finish {
        /** Nothing is changed. */
        Finish NOTHING = (place, images, offset) -> {};

        /**
         * Changes one image.
         *
         * @param place its place in the order
         * @param images planar {@code [N,3,H,W]}
         * @param offset where it begins
         */
        void apply(int place, float[] images, int offset);
    }

    /** Images as they are. */
    static ViewedImages plain(ImageSource images, Normalization normalization, int[] order) {
        return new ViewedImages(images, normalization, order, (image, place) -> images.picture(image), Finish.NOTHING);
    }

    /** All of them in batches; the last may be smaller. */
    Iterable<Batch> batches(int batchSize) {
        int steps = (order.length + batchSize - 1) / batchSize;
        return () -> IntStream.range(0, steps)
                .mapToObj(step -> batch(step * batchSize, batchSize))
                .iterator();
    }

    /** At most so many images from a place of the order on. */
    Batch batch(int first, int most) {
        int count = Math.min(most, order.length - first);
        int values = images.valuesPerImage();
        float[] normalized = new float[count * values];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int index = order[first + i];
            Picture seen = view.of(index, first + i);
            normalization.apply(seen.values(), images.height(), images.width(), normalized, i * values);
            finish.apply(first + i, normalized, i * values);
            labels[i] = images.label(index);
        }
        return new Batch(normalized, labels);
    }
}
