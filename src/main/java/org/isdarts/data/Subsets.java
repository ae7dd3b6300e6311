package org.isdarts.data;

import java.util.stream.IntStream;

/** Which images a part of a source has; indices of images in their order. */
final class Subsets {
    private Subsets() {}

    /** As {@link ImageSource#balanced}. */
    static int[] balanced(ImageSource images, int count, int classes, long seed) {
        int[] missing = shares(images, count, classes);
        return IntStream.of(Draws.permutation(images.count(), Draws.of(seed, Draws.Purpose.BALANCED_SUBSET)))
                .filter(image -> missing[images.label(image)]-- > 0)
                .sorted()
                .toArray();
    }

    /** Every second one, the first or the second of each pair. */
    static int[] everySecond(int[] images, int first) {
        return IntStream.range(0, images.length / 2)
                .map(pair -> images[2 * pair + first])
                .sorted()
                .toArray();
    }

    /** How many images every class gives to a subset. */
    private static int[] shares(ImageSource images, int count, int classes) {
        if (count > images.count()) {
            throw new IllegalArgumentException("there are " + images.count() + " images, not " + count);
        }
        int[] left = new int[classes];
        for (int image = 0; image < images.count(); image++) {
            left[images.label(image)]++;
        }
        int[] shares = new int[classes];
        int label = 0;
        for (int given = 0; given < count; label = (label + 1) % classes) {
            if (left[label] > 0) {
                left[label]--;
                shares[label]++;
                given++;
            }
        }
        return shares;
    }
}
