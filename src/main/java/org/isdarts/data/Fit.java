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
            return middle(picture, size, 1);
        }
    },
    /** As {@link #CROP}, but 8/7 as large, as networks for ImageNet are tested: the shorter side to 256, the middle 224. */
    CENTER {
        @Override
        public String words() {
            return "scaled until their middle 7/8 fill it; what overhangs is cut off equally on both sides";
        }

        @Override
        Picture bring(Picture picture, ImageSize size) {
            return middle(picture, size, SHOWN_IN_CENTER);
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

    private static final double SHOWN_IN_CENTER = 7.0 / 8;

    /** The name on the command line and in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is done to images, to be read after their size. */
    public abstract String words();

    /** The picture at that size. */
    abstract Picture bring(Picture picture, ImageSize size);

    /** What fills the size when so much of the shorter side is shown. */
    private static Picture middle(Picture picture, ImageSize size, double shown) {
        double scale = Math.max(scale(size.width(), picture.width()), scale(size.height(), picture.height()));
        return picture.scaled(shown * size.width() / scale, shown * size.height() / scale, size);
    }

    private static double scale(int wanted, int there) {
        return (double) wanted / there;
    }
}
