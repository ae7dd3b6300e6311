package org.isdarts.data;

/**
 * How images of any size become images of one size: the setting {@code --image-size} and {@code --image-fit}.
 *
 * <p>{@link #prepare} does it to one image; {@link Datasets#open(String, ImageSizing, long)} to all of a dataset, which
 * keeps some of them as they were ({@link Dataset#samples}) so that both can be shown side by side.
 *
 * @param size width and height of all images; null for {@link #AUTO}: the images' own size where all agree on one that
 *     the supernet takes and that is no larger than {@value #LARGEST_OWN} pixels a side, else {@link #STANDARD}
 * @param fit what is done to images of other proportions
 * @param decoding when it is done to those in files
 */
public record ImageSizing(ImageSize size, Fit fit, Decoding decoding) {
    /** The text of a size that follows the images. */
    public static final String AUTO = "auto";

    /** The size of all images unless they agree on one or another is chosen. */
    public static final ImageSize STANDARD = new ImageSize(32, 32);

    /** Images that agree on a larger size, as photographs of one camera do, are brought to {@link #STANDARD}. */
    public static final int LARGEST_OWN = 256;

    /** The images' own size where they agree, else {@link #STANDARD}; scaled and cropped. */
    public static final ImageSizing AUTOMATIC = new ImageSizing(null, Fit.CROP);

    /** When a dataset is opened. */
    public ImageSizing(ImageSize size, Fit fit) {
        this(size, fit, Decoding.ONCE);
    }

    /** The same at another time. */
    public ImageSizing decoding(Decoding chosen) {
        return new ImageSizing(size, fit, chosen);
    }

    /**
     * From the values of {@code --image-size} and {@code --image-fit}.
     *
     * @param size {@code auto}, a number of pixels such as {@code 32}, or {@code WIDTHxHEIGHT}
     * @throws IllegalArgumentException if it is something else, or the supernet does not take that size
     */
    public static ImageSizing of(String size, Fit fit) {
        return new ImageSizing(size.equals(AUTO) ? null : ImageSize.parse(size), fit);
    }

    /** Whether {@link #of} takes a size. */
    static boolean isSize(String size) {
        try {
            of(size, Fit.CROP);
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    /** One image at the size, which is {@link #STANDARD} where none was chosen. */
    public Picture prepare(Picture picture) {
        ImageSize wanted = size == null ? STANDARD : size;
        return picture.size().equals(wanted) ? picture : fit.bring(picture, wanted);
    }

    /** This fit with a size of its own. */
    ImageSizing to(ImageSize chosen) {
        return new ImageSizing(chosen, fit, decoding);
    }

    /** The size for images that all have the one given, or, for null, that do not agree. */
    ImageSizing decided(ImageSize own) {
        if (size != null) {
            return this;
        }
        boolean usable = own != null && own.fitsNet() && Math.max(own.width(), own.height()) <= LARGEST_OWN;
        return to(usable ? own : STANDARD);
    }
}
