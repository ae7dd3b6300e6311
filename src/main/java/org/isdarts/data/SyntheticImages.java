package org.isdarts.data;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Ten classes of drawn 32x32 images, one {@link Shape} a class, deterministic from a seed.
 *
 * <p>The class shows only in the shape: colors, shading, place, size, stretch and turn are drawn alike for all
 * classes, strokes lie behind and before the shape, and noise covers everything. So a net must learn to see the shape,
 * and its accuracy rises over many epochs.
 */
final class SyntheticImages {
    /** Images to train on. */
    static final int TRAIN = 5000;

    /** Test images. */
    static final int TEST = 1000;

    /** Height and width. */
    static final int SIZE = 32;

    private static final int TRAIN_SET = 0;
    private static final int TEST_SET = 1;

    private SyntheticImages() {}

    /** Draws both sets on all processors. */
    static Dataset draw(long seed) {
        return new Dataset("drawn images", Shape.names(), draw(seed, TRAIN_SET, TRAIN), draw(seed, TEST_SET, TEST));
    }

    private static ImageSet draw(long seed, int set, int count) {
        Shape[] shapes = Shape.values();
        int[] labels =
                IntStream.range(0, count).map(image -> image % shapes.length).toArray();
        byte[] pixels = ImageSet.allocate(count, SIZE, SIZE);
        IntStream.range(0, count).parallel().forEach(image -> {
            Random random = Draws.of(seed, Draws.Purpose.SYNTHETIC_IMAGE, set, image);
            Canvas canvas = new Canvas(SIZE, random);
            canvas.background();
            canvas.strokes();
            canvas.shape(shapes[labels[image]]);
            canvas.strokes();
            canvas.noise();
            canvas.copyTo(pixels, image * ImageSet.CHANNELS * SIZE * SIZE);
        });
        return new ImageSet(SIZE, SIZE, labels, pixels);
    }
}
