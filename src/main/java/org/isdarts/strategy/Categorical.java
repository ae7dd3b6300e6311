package org.isdarts.strategy;

import java.util.Random;

/** Draws one of several choices. */
public final class Categorical {
    private Categorical() {}

    /**
     * Draws an index with the given probabilities; never one whose probability is 0.
     *
     * @param shares probabilities, together 1 but for rounding, at least one above 0
     */
    public static int draw(double[] shares, Random random) {
        double left = random.nextDouble();
        int drawn = -1;
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > 0) {
                drawn = k;
                left -= shares[k];
                if (left < 0) {
                    return drawn;
                }
            }
        }
        return drawn;
    }
}
