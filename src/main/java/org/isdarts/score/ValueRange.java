package org.isdarts.score;

/**
 * The values that something can have, both ends included.
 *
 * @param low infinite where there is no least value
 * @param high infinite where there is no largest value
 */
public record ValueRange(double low, double high) {
    /** Any number. */
    public static final ValueRange ANY = new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** From 0 to 1. */
    public static final ValueRange FRACTION = new ValueRange(0, 1);

    /** Whether both ends are finite. */
    public boolean hasEnds() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
