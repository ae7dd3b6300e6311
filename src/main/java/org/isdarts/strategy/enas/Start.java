package org.isdarts.strategy.enas;

import java.util.Arrays;
import java.util.Random;
import org.isdarts.strategy.Adam;
import org.isdarts.strategy.LearnedArray;

/** How the numbers of a controller begin. */
record Start(Adam adam, Random random) {
    /** Uniform between {@code -bound} and {@code bound}. */
    LearnedArray uniform(String name, int count, double bound) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> bound * (2 * random.nextDouble() - 1));
        return new LearnedArray("controller." + name, values, adam);
    }
}
