package org.isdarts.figure.chart;

/** What the training's curves are of, each in a panel of its own. */
public enum Quantity {
    ACCURACY("accuracy", "accuracy"),
    TOP5("top-5", "top-5 accuracy"),
    LOSS("loss", "loss"),
    RATE("rate", "learning rate");

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

    /** What captions call it, within a sentence. */
    String title() {
        return title;
    }
}
