package org.isdarts.score;

/** How a range of numbers is laid out along a line. */
public enum Scaling {
    LINEAR("linear"),
    LOGARITHMIC("log");

    private final String label;

    Scaling(String label) {
        this.label = label;
    }

    /** The name on the command line and on screen. */
    public String label() {
        return label;
    }
}
