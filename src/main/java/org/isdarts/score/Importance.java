package org.isdarts.score;

/** The two measurements of a candidate's importance, and which end of their scale is discarded first. */
public enum Importance {
    /** The authors' implementation: per pixel {@code 3 (x - mean)^2 / sigma^6}; the largest is discarded. */
    FISHER("fisher", true),
    /** The paper's Eq. 11: information {@code sigma^2 / 3} summed over pixels; the smallest is discarded. */
    IIM("iim", false);

    private final String label;
    private final boolean largestDiscarded;

    Importance(String label, boolean largestDiscarded) {
        this.label = label;
        this.largestDiscarded = largestDiscarded;
    }

    /** The name on the command line, in events and files. */
    public String label() {
        return label;
    }

    /**
     * Compares two values by how soon they are discarded. What is not a number tells nothing and goes first.
     *
     * @return negative if {@code left} is discarded before {@code right}
     */
    public int discardOrder(double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Boolean.compare(Double.isNaN(right), Double.isNaN(left));
        }
        return largestDiscarded ? Double.compare(right, left) : Double.compare(left, right);
    }

    /**
     * The measurement of that name.
     *
     * @throws IllegalArgumentException if none is called so
     */
    public static Importance of(String label) {
        for (Importance importance : values()) {
            if (importance.label.equals(label)) {
                return importance;
            }
        }
        throw new IllegalArgumentException("no importance is called '" + label + "'; known are fisher, iim");
    }

    @Override
    public String toString() {
        return label;
    }
}
