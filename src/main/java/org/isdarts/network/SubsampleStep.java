package org.isdarts.network;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/** Takes every second pixel. */
final class SubsampleStep implements Step {
    private final Kernels kernels;
    private final Graph.Subsample layer;
    private final Tensor input;
    private final Tensor output;

    SubsampleStep(Compilation net, Graph.Subsample layer) {
        kernels = net.kernels();
        this.layer = layer;
        input = net.tensor(layer.input());
        output = net.tensor(layer.output());
    }

    @Override
    public void forward(TapListener taps) {
        kernels.subsample(input, layer.offset(), output);
    }

    @Override
    public void backward(Gradients gradients) {
        Tensor outputGradient = gradients.tensor(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        gradients.release(layer.output());
        gradients.then(() -> kernels.subsampleBackward(outputGradient, layer.offset(), inputGradient));
    }
}
