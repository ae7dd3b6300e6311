package org.isdarts.figure.run;

import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.Scaling;
import org.isdarts.figure.chart.HeatmapOptions;
import org.isdarts.score.Importance;

/** How values are laid out along the colors of importance. */
public enum ColorScaling {
    /** As suits the measurement. */
    AUTOMATIC("automatic"),
    LINEAR("linear"),
    LOGARITHMIC("log");

    private final String label;

    ColorScaling(String label) {
        this.label = label;
    }

    /** The word on screen. */
    public String label() {
        return label;
    }

    Scaling of(Importance importance) {
        return switch (this) {
            case AUTOMATIC -> HeatmapOptions.of(importance, FigureTheme.LIGHT).scaling();
            case LINEAR -> Scaling.LINEAR;
            case LOGARITHMIC -> Scaling.LOGARITHMIC;
        };
    }
}
