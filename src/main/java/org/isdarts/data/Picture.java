package org.isdarts.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One color image of any size.
 *
 * @param width in pixels
 * @param height in pixels
 * @param values unsigned bytes of red, green and blue, planar {@code [3,H,W]}; not copied, so not to be changed
 */
public record Picture(int width, int height, byte[] values) {
    /** Checks that the values are as many as width and height say. */
    public Picture {
        if (values.length != (long) ImageSet.CHANNELS * width * height) {
            throw new IllegalArgumentException(values.length + " values are not an image of " + width + "x" + height);
        }
    }

    /**
     * Decodes an image file.
     *
     * @throws DataException if it is not there, neither PNG nor JPEG, or damaged
     */
    public static Picture read(Path file) {
        if (!Files.exists(file)) {
            throw new DataException(file + " does not exist; give a PNG or JPEG file");
        }
        return new ImageDecoder().decode(new DataFile(file.toString(), new DataFile.Ordinary(file)));
    }

    /** Width and height. */
    public ImageSize size() {
        return new ImageSize(width, height);
    }

    /**
     * The middle of this picture at another size, averaged over all of it when it shrinks.
     *
     * @param boxWidth how much of the width to take, in pixels
     * @param boxHeight how much of the height to take, in pixels
     */
    Picture scaled(double boxWidth, double boxHeight, ImageSize size) {
        if (size.equals(size()) && boxWidth == width && boxHeight == height) {
            return this;
        }
        Resampling across = Resampling.of(width, boxWidth, size.width());
        Resampling down = Resampling.of(height, boxHeight, size.height());
        int plane = width * height;
        byte[] scaled = new byte[ImageSet.CHANNELS * size.width() * size.height()];
        for (int channel = 0; channel < ImageSet.CHANNELS; channel++) {
            float[] narrow = across.rows(values, channel * plane, height);
            down.columns(narrow, size.width(), scaled, channel * size.width() * size.height());
        }
        return new Picture(size.width(), size.height(), scaled);
    }

    /** A part of this picture. */
    Picture part(ResizedCrop.Box box) {
        byte[] part = new byte[ImageSet.CHANNELS * box.width() * box.height()];
        for (int row = 0; row < ImageSet.CHANNELS * box.height(); row++) {
            int from = (row / box.height() * height + box.top() + row % box.height()) * width + box.left();
            System.arraycopy(values, from, part, row * box.width(), box.width());
        }
        return new Picture(box.width(), box.height(), part);
    }

    /** This picture with left and right changed. */
    Picture mirrored() {
        byte[] mirrored = new byte[values.length];
        new Augmentation(0, 0, true).apply(values, height, width, mirrored);
        return new Picture(width, height, mirrored);
    }

    /** The values 0..255, planar {@code [3,H,W]}. */
    float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values[i] & 0xff;
        }
        return floats;
    }

    /** This picture with other values, rounded; from 0 to 255. */
    Picture with(float[] floats) {
        byte[] rounded = new byte[floats.length];
        for (int i = 0; i < floats.length; i++) {
            rounded[i] = (byte) Math.round(floats[i]);
        }
        return new Picture(width, height, rounded);
    }

    /** This picture in the middle of a black one that is at least as large. */
    Picture centeredIn(ImageSize size) {
        if (size.equals(size())) {
            return this;
        }
        byte[] padded = new byte[ImageSet.CHANNELS * size.width() * size.height()];
        int left = (size.width() - width) / 2;
        int top = (size.height() - height) / 2;
        for (int row = 0; row < ImageSet.CHANNELS * height; row++) {
            int target = (row / height * size.height() + top + row % height) * size.width() + left;
            System.arraycopy(values, row * width, padded, target, width);
        }
        return new Picture(size.width(), size.height(), padded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture
                && width == picture.width
                && height == picture.height
                && Arrays.equals(values, picture.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Picture of " + size();
    }
}
