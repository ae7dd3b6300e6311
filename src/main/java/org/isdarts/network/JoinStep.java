package org.isdarts.network;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/** Puts images together out of their phases. */
final class JoinStep implements Step {
    private final Kernels kernels;
    private final Graph.Join layer;
    private final Tensor phases;
    private final Tensor images;

    JoinStep(Compilation net, Graph.Join layer) {
        kernels = net.kernels();
        this.layer = layer;
        phases = net.tensor(layer.input());
        images = net.tensor(layer.output());
    }

    @Override
    public void forward(TapListener taps) {
        kernels.join(phases, images);
    }

    @Override
    public void backward(Gradients gradients) {
        Multiple imagesGradient = gradients.multiple(layer.output());
        Tensor phasesGradient = gradients.contribute(layer.input(), imagesGradient.factor());
        gradients.release(layer.output());
        gradients.then(() -> kernels.split(imagesGradient.tensor(), phasesGradient));
    }
}
