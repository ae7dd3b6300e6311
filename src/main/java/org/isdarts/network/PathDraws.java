package org.isdarts.network;

import java.util.Arrays;

/** Draws which images drop a path in one step of training. */
@FunctionalInterface
public interface PathDraws {
    /** Every path is kept for every image. */
    PathDraws KEEPING_ALL = (path, images) -> {
        float[] kept = new float[images];
        Arrays.fill(kept, 1);
        return kept;
    };

    /**
     * The factors of a path.
     *
     * @param path from 0, in the order of the network's layers
     * @param images N
     * @return for every image 0 where the path is dropped, else 1 / the probability of keeping it
     */
    float[] factors(int path, int images);
}
