package org.isdarts.kernel;

/**
 * A batch norm prepared for one shape {@code [N,C,H,W]}:
 * {@code y = gamma (x - mean) / sqrt(variance + epsilon) + beta}, channel by channel. Without affine parameters gamma is
 * 1 and beta is 0.
 */
public interface BatchNorm {
    /** Added to the variance (PyTorch's default). */
    double EPSILON = 1e-5;

    /**
     * Normalizes by the batch's own statistics.
     *
     * @param affine gamma and beta, or null
     * @param mean {@code [C]}, overwritten with the mean of every channel over the batch
     * @param variance {@code [C]}, overwritten with the variance of every channel, divisor {@code N H W}
     * @param output overwritten
     */
    void forward(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output);

    /**
     * Normalizes by statistics of other batches.
     *
     * @param affine gamma and beta, or null
     * @param output overwritten
     */
    void evaluate(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output);

    /**
     * Gradients after {@link #forward}, from {@code factor x outputGradient}. The factor lets a cell's node, which
     * takes in {@code mask / |candidates|} times the output, pass its own gradient on without another pass.
     *
     * @param affine gamma, beta and where their gradients are written, or null
     * @param mean as forward has left it
     * @param variance as forward has left it
     * @param inputGradient overwritten
     */
    void backward(
            Tensor input,
            Affine affine,
            Tensor mean,
            Tensor variance,
            double factor,
            Tensor outputGradient,
            Tensor inputGradient);

    /**
     * The affine parameters of a norm, each {@code [C]}.
     *
     * @param gamma factor
     * @param beta summand
     * @param gammaGradient overwritten by a backward pass
     * @param betaGradient overwritten by a backward pass
     */
    record Affine(Tensor gamma, Tensor beta, Tensor gammaGradient, Tensor betaGradient) {}
}
