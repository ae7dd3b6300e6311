package org.isdarts.network;

import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Tensor;

/** An affine norm in an evaluated net, which never runs backward. */
final class EvaluatedNormStep implements Step {
    private final BatchNorm norm;
    private final BatchNorm.Affine affine;
    private final Tensor input;
    private final Tensor mean;
    private final Tensor variance;
    private final Tensor output;

    EvaluatedNormStep(Compilation net, Graph.NormalizeAffine layer) {
        input = net.tensor(layer.input());
        output = net.tensor(layer.output());
        norm = net.kernels().batchNorm(input.shape());
        affine = net.parameters().affine(layer.name());
        mean = net.parameters().running(layer.name() + ".mean");
        variance = net.parameters().running(layer.name() + ".variance");
    }

    @Override
    public void forward(TapListener taps) {
        norm.evaluate(input, affine, mean, variance, output);
    }

    @Override
    public void backward(Gradients gradients) {
        throw new IllegalStateException("an evaluated net has no gradients");
    }
}
