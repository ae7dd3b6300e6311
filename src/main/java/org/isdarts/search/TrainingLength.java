package org.isdarts.search;

/**
 * How long a training is.
 *
 * @param epochs of the whole run
 * @param stepsPerEpoch batches of one epoch
 * @param batchSize images of a batch
 * @param stepsAfterEpoch about how long the end of an epoch takes, in training steps
 */
public record TrainingLength(int epochs, int stepsPerEpoch, int batchSize, double stepsAfterEpoch) {
    /** Cost of a forward pass alone, as a share of a training step. */
    private static final double FORWARD = 0.35;

    /**
     * A training whose epochs end in forward passes alone.
     *
     * @param imagesAfterEpoch how many images are evaluated or measured
     */
    public static TrainingLength of(int epochs, int stepsPerEpoch, int batchSize, int imagesAfterEpoch) {
        return new TrainingLength(epochs, stepsPerEpoch, batchSize, steps(imagesAfterEpoch, batchSize));
    }

    /**
     * About how long all of it takes, in seconds.
     *
     * @param batch seconds of a training step
     */
    public double seconds(double batch) {
        return epochs * (stepsPerEpoch + stepsAfterEpoch) * batch;
    }

    /** About how long evaluating images takes, in training steps: it lacks the backward pass. */
    static double steps(int images, int batchSize) {
        return FORWARD * images / batchSize;
    }
}
