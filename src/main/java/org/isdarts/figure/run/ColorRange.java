package org.isdarts.figure.run;

/** From where to where the colors of importance reach. */
public enum ColorRange {
    /** Over the values drawn: they differ as clearly as can be. */
    FITTED("fitted"),
    /** Over all values of the run: a color means the same at every epoch. */
    FIXED("fixed");

    private final String label;

    ColorRange(String label) {
        this.label = label;
    }

    /** The word on screen. */
    public String label() {
        return label;
    }
}
