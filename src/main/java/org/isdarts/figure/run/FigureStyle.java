package org.isdarts.figure.run;

import java.util.List;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.score.Scaling;

/**
 * What can be chosen about the figures of a run, on screen and in files alike.
 *
 * @param theme light or dark
 * @param colors the colors of importance
 * @param scaling how values are laid out along them
 * @param range from where to where they reach
 * @param images scaling of a Figure 4's axis of images
 * @param curves what is drawn of the training
 * @param epochs the epochs asked for in a Figure 4, ascending; empty for those it shows best
 */
public record FigureStyle(
        FigureTheme theme,
        ColorMap colors,
        ColorScaling scaling,
        ColorRange range,
        Scaling images,
        CurvesOptions curves,
        List<Integer> epochs) {
    public FigureStyle {
        epochs = List.copyOf(epochs);
    }

    /** The style by default. */
    public static FigureStyle of(FigureTheme theme) {
        return new FigureStyle(
                theme,
                ColorMap.VIRIDIS,
                ColorScaling.AUTOMATIC,
                ColorRange.FITTED,
                Scaling.LOGARITHMIC,
                CurvesOptions.PLAIN,
                List.of());
    }

    /** The same in another theme. */
    public FigureStyle in(FigureTheme other) {
        return new FigureStyle(other, colors, scaling, range, images, curves, epochs);
    }

    /** The same with these epochs in a Figure 4. */
    public FigureStyle at(List<Integer> asked) {
        return new FigureStyle(theme, colors, scaling, range, images, curves, asked);
    }
}
