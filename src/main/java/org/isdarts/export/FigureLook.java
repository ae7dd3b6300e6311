package org.isdarts.export;

import java.util.List;
import org.isdarts.chart.CurvesLook;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.Scaling;

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
public record FigureLook(
        FigureTheme theme,
        ColorMap colors,
        ColorScaling scaling,
        ColorRange range,
        Scaling images,
        CurvesLook curves,
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
                CurvesLook.PLAIN,
                List.of());
    }

    /** The same in another theme. */
    public FigureLook in(FigureTheme other) {
        return new FigureLook(other, colors, scaling, range, images, curves, epochs);
    }

    /** The same with these epochs in a Figure 4. */
    public FigureLook at(List<Integer> asked) {
        return new FigureLook(theme, colors, scaling, range, images, curves, asked);
    }
}
