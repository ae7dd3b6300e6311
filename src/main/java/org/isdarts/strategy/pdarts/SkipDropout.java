package org.isdarts.strategy.pdarts;

/**
 * The rate at which single values behind an identity are dropped while a stage trains: linearly falling while only the
 * network's weights are trained, then from the start again, exponentially falling (chenxin061/pdarts).
 *
 * @param start the rate that a stage begins with, 0 ... 1
 * @param epochs epochs of the stage
 * @param weightsOnly epochs of the stage in which the architecture weights rest
 */
public record SkipDropout(double start, int epochs, int weightsOnly) {
    private static final double FALL = 0.2;

    /** {@code start (epochs - epoch) / epochs}, later {@code start exp(-0.2 (epoch - weightsOnly - 1))}; epoch from 1. */
    public double rate(int epoch) {
        return epoch <= weightsOnly
                ? start * (epochs - epoch) / epochs
                : start * StrictMath.exp(-FALL * (epoch - weightsOnly - 1));
    }
}
