package org.isdarts.kernel;

/** A pooling prepared for one {@link PoolingShape}. */
public interface Pooling {
    /** Overwrites {@code output}. */
    void forward(Tensor input, Tensor output);

    /**
     * The gradient with respect to the input. Of equal maxima in a window the first, row by row, takes the gradient.
     *
     * @param inputGradient overwritten
     */
    void backward(Tensor input, Tensor outputGradient, Tensor inputGradient);
}
