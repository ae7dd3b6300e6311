package org.isdarts.data;

import java.util.Arrays;
import java.util.Locale;

/** How an image of other proportions is brought to the size of all images. */
public enum Fit {
    /** Scales the image until it fills the size, and cuts off equally on both sides what reaches beyond it. */
    CROP("scale and crop") {
        @Override
        Picture bring(Picture picture, ImageSize size) {
            double scale = Math.max(scale(size.width(), picture.width()), scale(size.height(), picture.height()));
            return picture.scaled(size.width() / scale, size.height() / scale, size);
        }
    },
    /** Scales the image until all of it lies within the size, and fills up with black equally on both sides. */
    PAD("scale and pad") {
        @Override
        Picture bring(Picture picture, ImageSize size) {
            double scale = Math.min(scale(size.width(), picture.width()), scale(size.height(), picture.height()));
            ImageSize inner = new ImageSize(Math.max(1, (int) Math.round(scale * picture.width())), Math.max(1, (int)
                    Math.round(scale * picture.height())));
            return picture.scaled(picture.width(), picture.height(), inner).centeredIn(size);
        }
    };

    private final String words;

    Fit(String words) {
        this.words = words;
    }

    /** The name on the command line and in files: {@code crop} or {@code pad}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name on the screen. */
    public String words() {
        return words;
    }

    /**
     * The fit of that label.
     *
     * @throws IllegalArgumentException if none is called so
     */
    public static Fit of(String label) {
        return Arrays.stream(values())
                .filter(fit -> fit.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "images are brought to one size by crop or pad, not by \"" + label + "\""));
    }

    /** The picture at that size. */
    abstract Picture bring(Picture picture, ImageSize size);

    private static double scale(int wanted, int there) {
        return (double) wanted / there;
    }
}
