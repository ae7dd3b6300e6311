package org.isdarts.network;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/** Takes images apart into their phases. */
final class SplitStep implements Step {
    private final Kernels kernels;
    private final Graph.Split layer;
    private final Tensor images;
    private final Tensor phases;

    SplitStep(Compilation net, Graph.Split layer) {
        kernels = net.kernels();
        this.layer = layer;
        images = net.tensor(layer.input());
        phases = net.tensor(layer.output());
    }

    @Override
    public void forward(TapListener taps) {
        kernels.split(images, phases);
    }

    @Override
    public void backward(Gradients gradients) {
        Tensor phasesGradient = gradients.tensor(layer.output());
        Tensor imagesGradient = gradients.contribute(layer.input());
        gradients.release(layer.output());
        gradients.then(() -> kernels.join(phasesGradient, imagesGradient));
    }
}
