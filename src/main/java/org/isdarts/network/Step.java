package org.isdarts.network;

import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Value;

/** A layer prepared for one batch size. */
interface Step {
    /**
     * Computes the layer's output, or adds to it.
     *
     * @param training whether affine norms use and remember the batch's statistics
     * @param taps told the output of an operation, or null
     */
    void forward(boolean training, TapListener taps);

    /** What computes the gradients of the layer's inputs and parameters from the gradient of its output. */
    Runnable backward(Plan.Gradients gradients);

    /** The gradient of an input that a step writes: set by the first step, added to by the others. */
    record Target(Tensor tensor, boolean accumulate) {
        static Target of(Plan.Gradients gradients, Value value) {
            boolean accumulate = gradients.exists(value);
            return new Target(gradients.of(value), accumulate);
        }
    }
}
