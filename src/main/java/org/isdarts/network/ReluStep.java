package org.isdarts.network;

import java.util.List;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Value;

/** A ReLU. */
final class ReluStep implements Step {
    private final Kernels kernels;
    private final Graph.Relu layer;
    private final Tensor input;
    private final Tensor output;

    ReluStep(Compilation net, Graph.Relu layer) {
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
    public List<Value> remembered() {
        return List.of(layer.output());
    }

    @Override
    public void backward(Gradients gradients) {
        Tensor outputGradient = gradients.tensor(layer.output());
        // Released first, so that the gradient is rectified in place where nobody else reads it.
        gradients.release(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        gradients.then(() -> kernels.reluBackward(output, outputGradient, inputGradient));
    }
}
