package org.isdarts.space;

/** The kinds of cells a supernet holds. All cells of one type share one mask and end as the same genotype cell. */
public enum CellType {
    /** A cell that keeps width and height. */
    NORMAL("normal"),
    /** A cell that halves width and height and doubles the channels. */
    REDUCTION("reduction");

    private final String label;

    CellType(String label) {
        this.label = label;
    }

    /** The word used on screen, in events and in files. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
