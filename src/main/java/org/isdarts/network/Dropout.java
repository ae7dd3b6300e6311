package org.isdarts.network;

import java.util.SplittableRandom;

/**
 * Which single values are dropped in one training pass, and by what the others are multiplied to make up for it
 * (Srivastava et al., JMLR 2014).
 *
 * @param rate the probability that a value is dropped, from 0 to below 1
 * @param seed of what is drawn
 */
public record Dropout(double rate, long seed) {
    /** Nothing is dropped. */
    public static final Dropout NONE = new Dropout(0, 0);

    /** What kept values are multiplied by, {@code 1 / (1 - rate)}: so the mean stays as it is. */
    double scale() {
        return 1 / (1 - rate);
    }

    /**
     * Draws what is kept.
     *
     * @param place tells draws of one pass apart
     * @return 1 for what is kept, else 0
     */
    float[] kept(int place, int count) {
        SplittableRandom random = new SplittableRandom(seed + place * 0x9E3779B97F4A7C15L);
        float[] kept = new float[count];
        for (int i = 0; i < count; i++) {
            kept[i] = random.nextDouble() < rate ? 0 : 1;
        }
        return kept;
    }
}
