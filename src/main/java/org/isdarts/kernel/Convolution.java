package org.isdarts.kernel;

/**
 * A convolution prepared for one {@link ConvolutionShape}:
 * {@code y[n,o,i,j] = sum over c,u,v of w[o,c,u,v] x[n,c, i s + u d - p, j s + v d - p]}, zero outside the input.
 */
public interface Convolution {
    /** Overwrites {@code output}. */
    void forward(Tensor input, Tensor weight, Tensor output);

    /**
     * Gradients of a loss from its gradient with respect to the output.
     *
     * @param input as forward has read it; any numbers where the weight gradient is not needed
     * @param inputGradient overwritten; null if it is not needed
     * @param weightGradient overwritten; null if it is not needed
     */
    void backward(Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient);
}
