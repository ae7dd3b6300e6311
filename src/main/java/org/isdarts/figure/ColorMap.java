package org.isdarts.figure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Colors of importance: perceptually uniform from dark to bright, readable in gray and by the color-blind. The tables
 * of 256 colors are those of their authors (viridis: van der Walt and Smith 2015; cividis: Nunez et al. 2018).
 */
public enum ColorMap {
    VIRIDIS("viridis"),
    CIVIDIS("cividis");

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // filled once, never handed out
    private final int[] colors;

    ColorMap(String label) {
        this.label = label;
        this.colors = load(label);
    }

    /** The name on the command line and on screen. */
    public String label() {
        return label;
    }

    /**
     * The color at a position.
     *
     * @param position 0 (dark) to 1 (bright); what lies outside gets the color of that end
     * @return {@code 0xRRGGBB}
     */
    public int rgb(double position) {
        double clamped = Math.max(0, Math.min(1, position));
        return colors[(int) Math.round(clamped * (colors.length - 1))];
    }

    private static int[] load(String label) {
        try (InputStream file = ColorMap.class.getResourceAsStream(label + ".txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return Arrays.stream(text.strip().split("\n"))
                    .mapToInt(line -> Integer.parseInt(line, 16))
                    .toArray();
        } catch (IOException e) {
            throw new IllegalStateException("the colors of " + label + " cannot be read", e);
        }
    }
}
