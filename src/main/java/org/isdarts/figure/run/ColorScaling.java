package org.isdarts.figure.run;

import org.isdarts.score.Scaling;
import org.isdarts.score.Score;

/** How values are laid out along the colors of a score. */
public enum ColorScaling {
    /** As suits the score. */
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

    Scaling of(Score score) {
        return switch (this) {
            case AUTOMATIC -> score.scaling();
            case LINEAR -> Scaling.LINEAR;
            case LOGARITHMIC -> Scaling.LOGARITHMIC;
        };
    }
}
