package org.isdarts.export;

import java.util.List;
import org.isdarts.chart.TimeAxis;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.Scaling;

/**
 * What can be chosen about the figures of a run, on screen and in files alike.
 *
 * @param theme light or dark
 * @param colors the colours of importance
 * @param scaling how values are laid out along them
 * @param range from where to where they reach
 * @param images scaling of a Figure 4's axis of images
 * @param time what the x axis of curves counts
 * @param smoothing of curves: weight of the past in a moving average, from 0 (none) to below 1
 * @param epochs the epochs asked for in a Figure 4, ascending; empty for those it shows best
 */
public record FigureLook(
        FigureTheme theme,
        ColorMap colors,
        ColorScaling scaling,
        ColorRange range,
        Scaling images,
        TimeAxis time,
        double smoothing,
        List<Integer> epochs) {
    public FigureLook {
        epochs = List.copyOf(epochs);
    }

    /** The look where nobody asks for anything else. */
    public static FigureLook of(FigureTheme theme) {
        return new FigureLook(
                theme,
                ColorMap.VIRIDIS,
                ColorScaling.AUTOMATIC,
                ColorRange.FITTED,
                Scaling.LOGARITHMIC,
                TimeAxis.EPOCH,
                0,
                List.of());
    }

    /** The same in another theme. */
    public FigureLook in(FigureTheme other) {
        return new FigureLook(other, colors, scaling, range, images, time, smoothing, epochs);
    }

    /** The same with these epochs in a Figure 4. */
    public FigureLook at(List<Integer> asked) {
        return new FigureLook(theme, colors, scaling, range, images, time, smoothing, asked);
    }
}
