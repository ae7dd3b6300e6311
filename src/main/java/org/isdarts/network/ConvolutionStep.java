package org.isdarts.network;

import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Tensor;

/** A convolution. */
final class ConvolutionStep implements Step {
    private final Graph.Convolve layer;
    private final Convolution convolution;
    private final Compilation net;
    private final Tensor input;
    private final Tensor weight;
    private final Tensor weightGradient;
    private final Tensor output;

    ConvolutionStep(Compilation net, Graph.Convolve layer) {
        this.layer = layer;
        this.net = net;
        input = net.tensor(layer.input());
        output = net.tensor(layer.output());
        weight = net.parameters().value(layer.name() + ".weight");
        weightGradient = net.parameters().gradient(layer.name() + ".weight");
        int[] from = input.shape();
        convolution = net.kernels()
                .convolution(new ConvolutionShape(
                        from[0],
                        from[1],
                        from[2],
                        from[3],
                        layer.output().channels(),
                        layer.kernel(),
                        layer.stride(),
                        layer.padding(),
                        layer.dilation(),
                        layer.depthwise()));
    }

    @Override
    public void forward(TapListener taps) {
        convolution.forward(input, weight, output);
    }

    @Override
    public void backward(Gradients gradients) {
        Tensor outputGradient = gradients.tensor(layer.output());
        Tensor inputGradient = gradients.isUnwanted(layer.input()) ? null : gradients.contribute(layer.input());
        gradients.release(layer.output());
        Tensor remembered = net.tensor(layer.input());
        gradients.then(() -> convolution.backward(
                remembered,
                weight,
                outputGradient,
                inputGradient,
                net.pass().wanted().weights() ? weightGradient : null));
    }
}
