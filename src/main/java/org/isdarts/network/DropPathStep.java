package org.isdarts.network;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/** Scales every image by a factor of its own: 0 where its path is dropped. */
final class DropPathStep implements Step {
    private final Kernels kernels;
    private final Graph.DropPath layer;
    private final Tensor input;
    private final Tensor factors;
    private final Tensor output;

    DropPathStep(Compilation net, Graph.DropPath layer) {
        kernels = net.kernels();
        this.layer = layer;
        input = net.tensor(layer.input());
        factors = net.tensors().take(input.shape()[0]);
        output = net.tensor(layer.output());
        net.pathFactors().add(factors);
    }

    @Override
    public void forward(TapListener taps) {
        kernels.scaleImages(input, factors, output);
    }

    @Override
    public void backward(Gradients gradients) {
        Tensor outputGradient = gradients.tensor(layer.output());
        // Released first, so that the gradient is scaled in place where nobody else reads it.
        gradients.release(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        gradients.then(() -> kernels.scaleImages(outputGradient, factors, inputGradient));
    }
}
