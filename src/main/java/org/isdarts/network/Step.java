package org.isdarts.network;

/** A layer prepared for one batch size. */
interface Step {
    /**
     * Computes the layer's output.
     *
     * @param taps told the outputs of operations, or null
     */
    void forward(TapListener taps);

    /**
     * Compiles the gradients of the layer's inputs and parameters from the gradient of its output. What the layer
     * {@linkplain Graph.Layer#remembered remembers} may lie in another tensor by now than in the forward pass.
     */
    void backward(Gradients gradients);
}
