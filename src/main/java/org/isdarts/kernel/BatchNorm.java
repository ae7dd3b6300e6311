package org.isdarts.kernel;

/**
 * A batch norm prepared for one shape {@code [N,C,H,W]}:
 * {@code y = scale (gamma (x - mean) / sqrt(variance + epsilon) + beta)}, channel by channel. Without affine parameters
 * gamma is 1 and beta is 0. The scale lets a cell's node take in {@code mask / |candidates|} times the output without
 * another pass.
 */
public interface BatchNorm {
    /** Added to the variance (PyTorch's default). */
    double EPSILON = 1e-5;

    /**
     * Mean and variance of every channel over the batch, the variance with divisor {@code N H W}.
     *
     * @param mean {@code [C]}, overwritten
     * @param variance {@code [C]}, overwritten
     */
    void statistics(Tensor input, Tensor mean, Tensor variance);

    /**
     * Normalises with the given statistics.
     *
     * @param affine gamma and beta, or null
     * @param output set or, with {@code accumulate}, added to
     */
    void forward(
            Tensor input, Tensor mean, Tensor variance, Affine affine, double scale, Tensor output, boolean accumulate);

    /**
     * Gradients for a forward pass whose statistics were those of the batch itself.
     *
     * @param affine gamma, beta and where their gradients are written, or null
     * @param inputGradient overwritten
     */
    void backward(
            Tensor input,
            Tensor mean,
            Tensor variance,
            Affine affine,
            double scale,
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
