package org.isdarts.strategy.drnas;

import java.util.Random;

/** Draws from gamma distributions (Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, 2000). */
final class GammaDraw {
    private GammaDraw() {}

    /** A number of the gamma distribution of that shape, above 0, and scale 1. */
    static double of(double shape, Random random) {
        if (shape < 1) {
            return of(shape + 1, random) * StrictMath.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + c * normal;
            if (root > 0) {
                double cube = root * root * root;
                double accepted = normal * normal / 2 + d * (1 - cube + StrictMath.log(cube));
                if (StrictMath.log(random.nextDouble()) < accepted) {
                    return d * cube;
                }
            }
        }
    }
}
