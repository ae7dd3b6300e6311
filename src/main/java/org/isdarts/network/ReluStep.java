package org.isdarts.network;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/** A ReLU. */
final class ReluStep implements Step {
    private final Compilation net;
    private final Kernels kernels;
    private final Graph.Relu layer;
    private final Tensor input;
    private final Tensor output;

    ReluStep(Compilation net, Graph.Relu layer) {
        this.net = net;
        kernels = net.kernels();
        this.layer = layer;
        input = net.tensor(layer.input());
        output = net.tensor(layer.output());
    }

    @Override
    public void forward(TapListener taps) {
        kernels.relu(input, output);
    }

    @Override
    public void backward(Gradients gradients) {
        Tensor outputGradient = gradients.tensor(layer.output());
        // Released first, so that the gradient is rectified in place where nobody else reads it.
        gradients.release(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        Tensor remembered = net.tensor(layer.output());
        gradients.then(() -> kernels.reluBackward(remembered, outputGradient, inputGradient));
    }
}
