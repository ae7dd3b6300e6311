package org.isdarts.data;

import java.util.Locale;

/** How an image of other proportions is brought to the size of all images. */
public enum Fit {
    /** Scales the image until it fills the size, and cuts off equally on both sides what reaches beyond it. */
    CROP {
        @Override
        public String words() {
            return "scaled until they fill it; what overhangs is cut off equally on both sides";
        }

        @Override
        Picture bring(Picture picture, ImageSize size) {
            double scale = Math.max(scale(size.width(), picture.width()), scale(size.height(), picture.height()));
            return picture.scaled(size.width() / scale, size.height() / scale, size);
        }
    },
    /** Scales the image until all of it lies within the size, and fills up with black equally on both sides. */
    PAD {
        @Override
        public String words() {
            return "scaled until all of them lies within it; the rest is filled up with black equally on both sides";
        }

        @Override
        Picture bring(Picture picture, ImageSize size) {
            double scale = Math.min(scale(size.width(), picture.width()), scale(size.height(), picture.height()));
            ImageSize inner = new ImageSize(Math.max(1, (int) Math.round(scale * picture.width())), Math.max(1, (int)
                    Math.round(scale * picture.height())));
            return picture.scaled(picture.width(), picture.height(), inner).centeredIn(size);
        }
    };

    /** The name on the command line and in files: {@code crop} or {@code pad}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is done to images, to be read after their size. */
    public abstract String words();

    /** The picture at that size. */
    abstract Picture bring(Picture picture, ImageSize size);

    private static double scale(int wanted, int there) {
        return (double) wanted / there;
    }
}
