package org.isdarts.figure.chart;

import java.util.stream.DoubleStream;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.FigureTheme;
import org.isdarts.score.Scaling;
import org.isdarts.score.Score;
import org.jfree.data.Range;

/**
 * How a heatmap turns a score into color.
 *
 * @param colors the colors
 * @param scaling how values are laid out along them
 * @param range the values of both ends; null to fit them to what is shown
 * @param theme light or dark
 */
public record HeatmapOptions(ColorMap colors, Scaling scaling, Range range, FigureTheme theme) {
    /** Viridis, fitted, on the scale that suits the score. */
    public static HeatmapOptions of(Score score, FigureTheme theme) {
        return new HeatmapOptions(ColorMap.VIRIDIS, score.scaling(), null, theme);
    }

    /** The scale for these values. */
    public ColorScale scale(DoubleStream values) {
        return range == null
                ? ColorScale.fitting(colors, scaling, values)
                : new ColorScale(colors, scaling, range.getLowerBound(), range.getUpperBound());
    }
}
