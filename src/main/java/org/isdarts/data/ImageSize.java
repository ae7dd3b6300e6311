package org.isdarts.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Width and height in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record ImageSize(int width, int height) {
    /** Both are divisible by it, because the supernet halves its images twice. */
    public static final int STEP = 4;

    /** The smallest width and height that the supernet takes. */
    public static final int SMALLEST = 8;

    /** The largest width and height that the supernet takes. */
    public static final int LARGEST = 1024;

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})(?:[xX×]([0-9]{1,6}))?");

    /**
     * Reads {@code 32}, which is a square, or {@code WIDTHxHEIGHT}, for example {@code 48x32}.
     *
     * @throws IllegalArgumentException if it is neither, or the supernet does not take images of that size
     */
    public static ImageSize parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not an image size; give a number of pixels such as 32, or WIDTHxHEIGHT");
        }
        int width = Integer.parseInt(matcher.group(1));
        int height = matcher.group(2) == null ? width : Integer.parseInt(matcher.group(2));
        ImageSize size = new ImageSize(width, height);
        if (!size.fitsNet()) {
            throw new IllegalArgumentException("the supernet halves images twice, so it does not take " + size
                    + " pixels; give " + SMALLEST + " to " + LARGEST + ", divisible by " + STEP);
        }
        return size;
    }

    /** Whether the supernet takes images of this size. */
    public boolean fitsNet() {
        return fitsNet(width) && fitsNet(height);
    }

    private static boolean fitsNet(int side) {
        return side >= SMALLEST && side <= LARGEST && side % STEP == 0;
    }

    /** Pixels of an image. */
    long pixels() {
        return (long) width * height;
    }

    /** {@code WIDTHxHEIGHT}. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
