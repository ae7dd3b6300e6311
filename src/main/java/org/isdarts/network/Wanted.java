package org.isdarts.network;

/** Which gradients a training pass computes. */
public enum Wanted {
    /** Those of all weights that the pass uses; of others they become 0. */
    WEIGHTS(true, false),
    /** Those of the coefficients; those of the weights are of no use afterwards. */
    MIXTURE(false, true),
    /** Both. */
    BOTH(true, true);

    private final boolean weights;
    private final boolean mixture;

    Wanted(boolean weights, boolean mixture) {
        this.weights = weights;
        this.mixture = mixture;
    }

    boolean weights() {
        return weights;
    }

    boolean mixture() {
        return mixture;
    }
}
