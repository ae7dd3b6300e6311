package org.isdarts.search;

/**
 * The learning rate of every epoch: half a cosine from the first rate down to the last (Loshchilov and Hutter 2017,
 * without restarts, one value an epoch).
 *
 * @param first rate of the first epoch
 * @param last rate the cosine would reach one epoch after the end
 * @param epochs epochs of the whole search
 */
record CosineRate(double first, double last, int epochs) {
    /** As the settings say. */
    static CosineRate of(SearchConfig config) {
        return new CosineRate(
                config.get(OptimizerSettings.LEARNING_RATE),
                config.get(OptimizerSettings.LAST_LEARNING_RATE),
                config.epochs());
    }

    /** The rate of that epoch, from 1. */
    double of(int epoch) {
        return last + (first - last) / 2 * (1 + Math.cos(Math.PI * (epoch - 1) / epochs));
    }
}
