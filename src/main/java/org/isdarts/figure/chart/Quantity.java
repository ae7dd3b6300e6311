package org.isdarts.figure.chart;

/** What the training's curves are of, each in a panel of its own. */
public enum Quantity {
    ACCURACY("accuracy", "Accuracy"),
    LOSS("loss", "Loss"),
    RATE("rate", "Learning rate");

    private final String label;
    private final String title;

    Quantity(String label, String title) {
        this.label = label;
        this.title = title;
    }

    /** The word on screen. */
    public String label() {
        return label;
    }

    /** What captions call it. */
    String title() {
        return title;
    }
}
