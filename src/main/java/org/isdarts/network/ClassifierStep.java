package org.isdarts.network;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/** Global average pooling and a linear layer. */
final class ClassifierStep implements Step {
    private final Kernels kernels;
    private final Parameters parameters;
    private final Graph.Classify layer;
    private final Tensor input;
    private final Tensor features;
    private final Tensor featuresGradient;
    private final Tensor weight;
    private final Tensor bias;
    private final Tensor output;

    ClassifierStep(Compilation net, Graph.Classify layer) {
        kernels = net.kernels();
        parameters = net.parameters();
        this.layer = layer;
        input = net.tensor(layer.input());
        output = net.tensor(layer.output());
        features = net.tensors().take(input.shape()[0], input.shape()[1]);
        featuresGradient = net.tensors().take(input.shape()[0], input.shape()[1]);
        weight = net.parameters().value(layer.name() + ".weight");
        bias = net.parameters().value(layer.name() + ".bias");
    }

    @Override
    public void forward(TapListener taps) {
        kernels.globalAverage(input, features);
        kernels.linear(features, weight, bias, output);
    }

    @Override
    public void backward(Gradients gradients) {
        Tensor outputGradient = gradients.tensor(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        gradients.release(layer.output());
        Tensor weightGradient = parameters.gradient(layer.name() + ".weight");
        Tensor biasGradient = parameters.gradient(layer.name() + ".bias");
        gradients.then(() -> {
            kernels.linearBackward(features, weight, outputGradient, featuresGradient, weightGradient, biasGradient);
            kernels.globalAverageBackward(featuresGradient, inputGradient);
        });
    }
}
