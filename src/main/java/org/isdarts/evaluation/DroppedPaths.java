package org.isdarts.evaluation;

import java.util.Random;
import org.isdarts.data.Draws;
import org.isdarts.network.PathDraws;

/**
 * Drops each path for each image on its own (quark0/darts, {@code drop_path}); which ones follows from the place in the
 * training alone.
 *
 * @param probability of dropping a path, below 1
 * @param seed of the run
 * @param epoch from 1
 * @param step steps of the epoch already done
 */
record DroppedPaths(double probability, long seed, int epoch, int step) implements PathDraws {
    @Override
    public float[] factors(int path, int images) {
        Random random = Draws.of(seed, Draws.Purpose.DROP_PATH, epoch, step, path);
        double keep = 1 - probability;
        float[] factors = new float[images];
        for (int image = 0; image < images; image++) {
            factors[image] = random.nextDouble() < keep ? (float) (1 / keep) : 0;
        }
        return factors;
    }
}
