package org.isdarts.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.isdarts.score.Scaling;
import org.isdarts.text.Numbers;

/**
 * Gives every value a color.
 *
 * @param colors the colors
 * @param scaling how values are laid out between the ends
 * @param low value of the dark end; positive if logarithmic
 * @param high value of the bright end, larger than {@code low}
 */
public record ColorScale(ColorMap colors, Scaling scaling, double low, double high) {
    /** Checks the ends. */
    public ColorScale {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new FigureException("a color scale needs two finite ends, the first smaller than the second, not "
                    + low + " and " + high);
        }
        if (scaling == Scaling.LOGARITHMIC && low <= 0) {
            throw new FigureException("a logarithmic color scale begins above 0, not at " + low);
        }
    }

    /** The scale from the smallest to the largest of the values it can show: finite, and positive if logarithmic. */
    public static ColorScale fitting(ColorMap colors, Scaling scaling, DoubleStream values) {
        double[] shown = values.filter(Double::isFinite)
                .filter(value -> scaling == Scaling.LINEAR || value > 0)
                .toArray();
        double low = Arrays.stream(shown).min().orElse(1);
        double high = Arrays.stream(shown).max().orElse(1);
        if (low == high) {
            double room = low == 0 ? 1 : Math.abs(low) / 2;
            return new ColorScale(colors, scaling, low - room, high + room);
        }
        return new ColorScale(colors, scaling, low, high);
    }

    /** Where a value lies between the ends, from 0 to 1; what lies outside is at that end. */
    public double position(double value) {
        double position = (scaled(value) - scaled(low)) / (scaled(high) - scaled(low));
        return Math.max(0, Math.min(1, position));
    }

    /** The dark end in digits that tell it from the bright one. */
    public String lowText() {
        return Numbers.of(low, high - low);
    }

    /** The bright end in digits that tell it from the dark one. */
    public String highText() {
        return Numbers.of(high, high - low);
    }

    /** The color of a value, {@code 0xRRGGBB}. */
    public int rgb(double value) {
        return colors.rgb(position(value));
    }

    private double scaled(double value) {
        return scaling == Scaling.LOGARITHMIC ? Math.log10(value) : value;
    }
}
