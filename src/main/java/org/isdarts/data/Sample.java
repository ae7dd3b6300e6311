package org.isdarts.data;

/**
 * An image of a dataset as it was found, to be shown beside what becomes of it.
 *
 * @param name where it was found
 * @param label its class, an index into the dataset's classes
 * @param size its width and height as it was found
 * @param original the image, scaled down to at most {@value #LARGEST} pixels a side
 * @param prepared the image as the supernet gets it
 */
public record Sample(String name, int label, ImageSize size, Picture original, Picture prepared) {
    /** Pixels of the longer side of {@link #original} at most. */
    public static final int LARGEST = 256;

    /** Takes a picture as it was found. */
    static Sample of(String name, int label, Picture found, ImageSizing sizing) {
        double scale = Math.min(1, (double) LARGEST / Math.max(found.width(), found.height()));
        ImageSize shown = new ImageSize(Math.max(1, (int) Math.round(scale * found.width())), Math.max(1, (int)
                Math.round(scale * found.height())));
        return new Sample(
                name, label, found.size(), found.scaled(found.width(), found.height(), shown), sizing.prepare(found));
    }

    /** This sample prepared in another way, at once: from the image that is shown, not from the file. */
    public Sample prepared(ImageSizing sizing) {
        return new Sample(name, label, size, original, sizing.prepare(original));
    }
}
