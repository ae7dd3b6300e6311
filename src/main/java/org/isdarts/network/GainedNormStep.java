package org.isdarts.network;

import java.util.function.DoubleSupplier;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/**
 * The batch norm at the end of an operation, whose gain is the operation's coefficient. The norm's backward pass sums
 * gradient times normal output for its own needs, and that sum is the gradient of the coefficient; no output is
 * remembered for it, and nothing is scaled.
 */
final class GainedNormStep implements Step {
    private final Graph.Normalize layer;
    private final Kernels kernels;
    private final BatchNorm norm;
    private final BatchNorm.Affine affine;
    private final Pass pass;
    private final DoubleSupplier gain;
    private final Compilation net;
    private final Tensor input;
    private final Tensor mean;
    private final Tensor variance;
    private final Tensor output;
    private final float[] channels;

    GainedNormStep(Compilation net, Graph.Normalize layer) {
        this.net = net;
        this.layer = layer;
        kernels = net.kernels();
        int count = layer.input().channels();
        input = net.tensor(layer.input());
        output = net.tensor(layer.output());
        norm = net.kernels().batchNorm(input.shape());
        mean = net.tensors().take(count);
        variance = net.tensors().take(count);
        affine = new BatchNorm.Affine(
                net.tensors().take(count),
                net.tensors().take(count),
                net.tensors().take(count),
                net.tensors().take(count));
        pass = net.pass();
        gain = net.coefficient(layer.gain());
        channels = new float[count];
    }

    @Override
    public void forward(TapListener taps) {
        kernels.fill(affine.gamma(), gain.getAsDouble());
        kernels.fill(affine.beta(), 0);
        norm.forward(input, affine, mean, variance, output);
    }

    @Override
    public void backward(Gradients gradients) {
        Multiple outputGradient = gradients.multiple(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        gradients.release(layer.output());
        Tensor remembered = net.tensor(layer.input());
        gradients.then(() -> {
            norm.backward(
                    remembered,
                    affine,
                    mean,
                    variance,
                    outputGradient.factor().value(),
                    outputGradient.tensor(),
                    inputGradient);
            addGradient();
        });
    }

    private void addGradient() {
        affine.gammaGradient().read(channels);
        double sum = 0;
        for (float channel : channels) {
            sum += channel;
        }
        pass.add(layer.gain(), sum);
    }
}
