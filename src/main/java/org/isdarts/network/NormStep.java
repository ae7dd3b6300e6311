package org.isdarts.network;

import java.util.List;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Value;

/** The batch norm of a searched cell, by the statistics of the batch. */
final class NormStep implements Step {
    private final Graph.Normalize layer;
    private final BatchNorm norm;
    private final Tensor input;
    private final Tensor mean;
    private final Tensor variance;
    private final Tensor output;

    NormStep(Compilation net, Graph.Normalize layer) {
        this.layer = layer;
        input = net.tensor(layer.input());
        output = net.tensor(layer.output());
        norm = net.kernels().batchNorm(input.shape());
        mean = net.tensors().take(layer.input().channels());
        variance = net.tensors().take(layer.input().channels());
    }

    @Override
    public void forward(TapListener taps) {
        norm.forward(input, null, mean, variance, output);
    }

    @Override
    public List<Value> remembered() {
        return List.of(layer.input());
    }

    @Override
    public void backward(Gradients gradients) {
        Multiple outputGradient = gradients.multiple(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        gradients.release(layer.output());
        gradients.then(() -> norm.backward(
                input, null, mean, variance, outputGradient.factor().value(), outputGradient.tensor(), inputGradient));
    }
}
