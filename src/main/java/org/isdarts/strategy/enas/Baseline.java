package org.isdarts.strategy.enas;

/**
 * What reward is expected, a moving average over samples: {@code b -= 0.01 (b - R)}, from 0 (melodyguan/enas).
 *
 * @param value b
 */
public record Baseline(double value) {
    private static final double RATE = 0.01;

    /** What is expected after a reward. */
    public Baseline after(double reward) {
        return new Baseline(value - RATE * (value - reward));
    }
}
