package org.isdarts.network;

import java.util.List;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Kernels.Term;
import org.isdarts.kernel.Tensor;

/** A batch norm with parameters in training, which remembers the statistics of batches. */
final class AffineNormStep implements Step {
    /** Share of the newest batch in running statistics (PyTorch's default). */
    private static final double RUNNING_SHARE = 0.1;

    private final Kernels kernels;
    private final Graph.NormalizeAffine layer;
    private final BatchNorm norm;
    private final BatchNorm.Affine affine;
    private final Compilation net;
    private final Tensor input;
    private final Tensor mean;
    private final Tensor variance;
    private final Tensor runningMean;
    private final Tensor runningVariance;
    private final Tensor output;

    AffineNormStep(Compilation net, Graph.NormalizeAffine layer) {
        this.net = net;
        kernels = net.kernels();
        this.layer = layer;
        input = net.tensor(layer.input());
        output = net.tensor(layer.output());
        norm = net.kernels().batchNorm(input.shape());
        affine = net.parameters().affine(layer.name());
        mean = net.tensors().take(layer.input().channels());
        variance = net.tensors().take(layer.input().channels());
        runningMean = net.parameters().running(layer.name() + ".mean");
        runningVariance = net.parameters().running(layer.name() + ".variance");
    }

    @Override
    public void forward(TapListener taps) {
        norm.forward(input, affine, mean, variance, output);
        double samples = (double) input.size() / layer.input().channels();
        remember(mean, 1, runningMean);
        remember(variance, samples / (samples - 1), runningVariance);
    }

    private void remember(Tensor newest, double correction, Tensor running) {
        kernels.sum(
                List.of(new Term(1 - RUNNING_SHARE, running), new Term(RUNNING_SHARE * correction, newest)), running);
    }

    @Override
    public void backward(Gradients gradients) {
        Multiple outputGradient = gradients.multiple(layer.output());
        Tensor inputGradient = gradients.contribute(layer.input());
        gradients.release(layer.output());
        Tensor remembered = net.tensor(layer.input());
        gradients.then(() -> norm.backward(
                remembered,
                affine,
                mean,
                variance,
                outputGradient.factor().value(),
                outputGradient.tensor(),
                inputGradient));
    }
}
