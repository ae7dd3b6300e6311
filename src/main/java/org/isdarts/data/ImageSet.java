package org.isdarts.data;

import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labeled color images in memory: one unsigned byte a value, planar {@code [N,3,H,W]} in one array. Immutable.
 *
 * <p>All images have one size; the supernet takes it ({@link ImageSize#fitsNet}).
 */
public final class ImageSet {
    /** Color channels: red, green, blue. */
    public static final int CHANNELS = 3;

    /** The largest array every virtual machine can hold. */
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final int height;
    private final int width;
    private final int[] labels;
    private final byte[] pixels;

    /** Takes over both arrays: the caller must not change them afterwards. */
    ImageSet(int height, int width, int[] labels, byte[] pixels) {
        if (!new ImageSize(width, height).fitsNet()) {
            throw new IllegalArgumentException("images of " + width + "x" + height + " do not fit the net");
        }
        if (pixels.length != (long) labels.length * CHANNELS * height * width) {
            throw new IllegalArgumentException(labels.length + " labels do not match " + pixels.length + " values");
        }
        this.height = height;
        this.width = width;
        this.labels = labels;
        this.pixels = pixels;
    }

    /**
     * Memory for the pixels of so many images.
     *
     * @throws DataException if they are more than one array can hold (2 GB)
     */
    static byte[] allocate(int count, int height, int width) {
        long size = (long) count * CHANNELS * height * width;
        if (size > LARGEST_ARRAY) {
            throw new DataException(count + " images of " + width + "x" + height + " are more than the 2 GB a set can"
                    + " hold; give a smaller image size, or at most "
                    + LARGEST_ARRAY / (CHANNELS * (long) height * width) + " of this size");
        }
        return new byte[(int) size];
    }

    /** Number of images, N. */
    public int count() {
        return labels.length;
    }

    /** Height of every image in pixels, H. */
    public int height() {
        return height;
    }

    /** Width of every image in pixels, W. */
    public int width() {
        return width;
    }

    /** The class of an image, an index from 0 into the dataset's classes. */
    public int label(int image) {
        return labels[image];
    }

    /** A copy of an image's values, planar {@code [3,H,W]}. */
    public byte[] pixels(int image) {
        byte[] copy = new byte[valuesPerImage()];
        copyPixels(image, copy);
        return copy;
    }

    /** Copies an image's values, planar {@code [3,H,W]}, to the start of {@code target}. */
    public void copyPixels(int image, byte[] target) {
        System.arraycopy(pixels, image * valuesPerImage(), target, 0, valuesPerImage());
    }

    /** One image. */
    public Picture picture(int image) {
        return new Picture(width, height, pixels(image));
    }

    /** These images at the size chosen, or, where none was chosen, as they are. */
    ImageSet sized(ImageSizing sizing) {
        ImageSize size = sizing.decided(new ImageSize(width, height)).size();
        if (size.width() == width && size.height() == height) {
            return this;
        }
        byte[] sized = allocate(count(), size.height(), size.width());
        IntStream.range(0, count()).parallel().forEach(image -> {
            byte[] values = sizing.prepare(picture(image)).values();
            System.arraycopy(values, 0, sized, image * values.length, values.length);
        });
        return new ImageSet(size.height(), size.width(), labels, sized);
    }

    /** Values of one image, 3 x H x W. */
    int valuesPerImage() {
        return CHANNELS * height * width;
    }

    /**
     * A subset with equally many images of every class, as far as they go: a class with fewer gives all it has, and the
     * others make up for it. Where that does not come out even, the first classes have one more. The images are drawn by
     * the seed and keep their order.
     *
     * @param count images of the subset, at most as many as there are
     * @param classes number of classes; labels are below it
     */
    public ImageSet balanced(int count, int classes, long seed) {
        int[] missing = shares(count, classes);
        boolean[] chosen = new boolean[count()];
        for (int image : Draws.permutation(count(), Draws.of(seed, Draws.Purpose.BALANCED_SUBSET))) {
            if (missing[labels[image]] > 0) {
                missing[labels[image]]--;
                chosen[image] = true;
            }
        }
        return chosen(chosen, count);
    }

    /**
     * Two disjoint sets of equal size that share out these images, as balanced as the classes allow; of an odd number one
     * is left out. Which image is where is drawn by the seed.
     */
    public List<ImageSet> halves(long seed) {
        int[] byClass = IntStream.of(Draws.permutation(count(), Draws.of(seed, Draws.Purpose.HALF)))
                .boxed()
                .sorted(Comparator.comparing(image -> labels[image]))
                .mapToInt(Integer::intValue)
                .toArray();
        return List.of(everySecond(byClass, 0), everySecond(byClass, 1));
    }

    private ImageSet everySecond(int[] images, int first) {
        boolean[] chosen = new boolean[count()];
        int half = images.length / 2;
        for (int i = 0; i < half; i++) {
            chosen[images[2 * i + first]] = true;
        }
        return chosen(chosen, half);
    }

    /** How many images every class gives to a subset. */
    private int[] shares(int count, int classes) {
        if (count > count()) {
            throw new IllegalArgumentException("there are " + count() + " images, not " + count);
        }
        int[] left = new int[classes];
        for (int label : labels) {
            left[label]++;
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

    /** The images marked, in order, and how many they are. */
    private ImageSet chosen(boolean[] marked, int count) {
        int[] chosenLabels = new int[count];
        byte[] chosenPixels = allocate(count, height, width);
        int next = 0;
        for (int image = 0; image < count(); image++) {
            if (marked[image]) {
                chosenLabels[next] = labels[image];
                System.arraycopy(
                        pixels, image * valuesPerImage(), chosenPixels, next * valuesPerImage(), valuesPerImage());
                next++;
            }
        }
        return new ImageSet(height, width, chosenLabels, chosenPixels);
    }

    /** How often every value 0..255 occurs in a channel. */
    long[] histogram(int channel) {
        int plane = height * width;
        long[] counts = new long[256];
        for (int image = 0; image < count(); image++) {
            int from = image * valuesPerImage() + channel * plane;
            for (int i = from; i < from + plane; i++) {
                counts[pixels[i] & 0xff]++;
            }
        }
        return counts;
    }

    /** Adds sizes, labels and pixels to a digest. */
    void digest(MessageDigest digest) {
        for (int size : new int[] {count(), height, width}) {
            digest.update(bytes(size));
        }
        for (int label : labels) {
            digest.update(bytes(label));
        }
        digest.update(pixels);
    }

    private static byte[] bytes(int value) {
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }
}
