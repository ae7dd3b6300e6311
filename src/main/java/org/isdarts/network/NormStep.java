package org.isdarts.network;

import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Tensor;

/** The batch norm of a searched cell, by the statistics of the batch. */
final class NormStep implements Step {
    private final Graph.Normalize layer;
    private final BatchNorm norm;
    private final Compilation net;
    private final Tensor input;
    private final Tensor mean;
    private final Tensor variance;
    private final Tensor output;

    NormStep(Compilation net, Graph.Normalize layer) {
        this.net = net;
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
    public void backward(Gradients gradients) {
        Multiple outputGradient = gradients.multiple(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        gradients.release(layer.output());
        Tensor remembered = net.tensor(layer.input());
        gradients.then(() -> norm.backward(
                remembered,
                null,
                mean,
                variance,
                outputGradient.factor().value(),
                outputGradient.tensor(),
                inputGradient));
    }
}
