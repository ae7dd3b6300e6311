package org.isdarts.data;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Labeled color images in memory: one unsigned byte a value, planar {@code [N,3,H,W]} in one array. Immutable.
 *
 * <p>All images have one size; the supernet takes it ({@link ImageSize#fitsNet}).
 */
public final class ImageSet implements ImageSource {
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

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int label(int image) {
        return labels[image];
    }

    @Override
    public Picture picture(int image) {
        int from = image * valuesPerImage();
        return new Picture(width, height, Arrays.copyOfRange(pixels, from, from + valuesPerImage()));
    }

    @Override
    public Picture original(int image) {
        return picture(image);
    }

    @Override
    public ImageSet sized(ImageSizing sizing) {
        ImageSize size = sizing.decided(size()).size();
        if (size.equals(size())) {
            return this;
        }
        byte[] sized = allocate(count(), size.height(), size.width());
        IntStream.range(0, count()).parallel().forEach(image -> {
            byte[] values = sizing.prepare(picture(image)).values();
            System.arraycopy(values, 0, sized, image * values.length, values.length);
        });
        return new ImageSet(size.height(), size.width(), labels, sized);
    }

    @Override
    public ImageSet chosen(int[] images) {
        int[] chosenLabels = new int[images.length];
        byte[] chosenPixels = allocate(images.length, height, width);
        for (int i = 0; i < images.length; i++) {
            chosenLabels[i] = labels[images[i]];
            System.arraycopy(
                    pixels, images[i] * valuesPerImage(), chosenPixels, i * valuesPerImage(), valuesPerImage());
        }
        return new ImageSet(height, width, chosenLabels, chosenPixels);
    }

    @Override
    public Normalization normalization() {
        return Normalization.of(this);
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

    /** Adds sizes, labels and pixels. */
    @Override
    public void digest(MessageDigest digest) {
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
