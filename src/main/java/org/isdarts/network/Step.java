package org.isdarts.network;

import java.util.List;

/** A layer prepared for one batch size. */
interface Step {
    /**
     * Computes the layer's output.
     *
     * @param taps told the outputs of operations, or null
     */
    void forward(TapListener taps);

    /** The values whose numbers the backward pass reads. */
    List<Graph.Value> remembered();

    /** Compiles the gradients of the layer's inputs and parameters from the gradient of its output. */
    void backward(Gradients gradients);
}
