package org.isdarts.network;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/** Puts images one after the other along their channels. */
final class ConcatenationStep implements Step {
    private final Kernels kernels;
    private final Graph.Concatenate layer;
    private final List<Tensor> inputs;
    private final Tensor output;

    ConcatenationStep(Compilation net, Graph.Concatenate layer) {
        kernels = net.kernels();
        this.layer = layer;
        inputs = layer.inputs().stream().map(net::tensor).toList();
        output = net.tensor(layer.output());
    }

    @Override
    public void forward(TapListener taps) {
        int channel = 0;
        for (Tensor part : inputs) {
            int channels = part.shape()[1];
            kernels.copyChannels(part, 0, output, channel, channels);
            channel += channels;
        }
    }

    @Override
    public void backward(Gradients gradients) {
        Tensor outputGradient = gradients.tensor(layer.output());
        List<Tensor> inputGradients = new ArrayList<>();
        layer.inputs().forEach(part -> inputGradients.add(gradients.contribute(part)));
        gradients.release(layer.output());
        gradients.then(() -> {
            int channel = 0;
            for (Tensor part : inputGradients) {
                int channels = part.shape()[1];
                kernels.copyChannels(outputGradient, channel, part, 0, channels);
                channel += channels;
            }
        });
    }
}
