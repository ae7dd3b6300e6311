package org.isdarts.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Kernels that hand everything to others: a base for kernels that watch or change a few primitives. */
public abstract class ForwardingKernels implements Kernels {
    private final Kernels kernels;

    /**
     * @param kernels compute everything
     */
    protected ForwardingKernels(Kernels kernels) {
        this.kernels = kernels;
    }

    @Override
    public String name() {
        return kernels.name();
    }

    @Override
    public String description() {
        return kernels.description();
    }

    @Override
    public Precision precision() {
        return kernels.precision();
    }

    @Override
    public Optional<String> explain(Throwable failure) {
        return kernels.explain(failure);
    }

    /** These, if what they hand everything to computes in single precision; else the other kernels themselves. */
    @Override
    public Kernels inFloat32() {
        Kernels precise = kernels.inFloat32();
        return precise == kernels ? this : precise;
    }

    @Override
    public Tensor allocate(int... shape) {
        return kernels.allocate(shape);
    }

    @Override
    public void release(Tensor tensor) {
        kernels.release(tensor);
    }

    @Override
    public Tensor slice(Tensor vector, int offset, int... shape) {
        return kernels.slice(vector, offset, shape);
    }

    /** What watches or changes primitives sees them only when they are compiled; it may rather leave them as they are. */
    @Override
    public Compiled compiled(Runnable primitives, Collection<Tensor> kept) {
        return kernels.compiled(primitives, kept);
    }

    @Override
    public Convolution convolution(ConvolutionShape shape) {
        return kernels.convolution(shape);
    }

    @Override
    public BatchNorm batchNorm(int... shape) {
        return kernels.batchNorm(shape);
    }

    @Override
    public Pooling pooling(PoolingShape shape) {
        return kernels.pooling(shape);
    }

    @Override
    public void fill(Tensor target, double value) {
        kernels.fill(target, value);
    }

    @Override
    public void sum(List<Term> terms, Tensor target) {
        kernels.sum(terms, target);
    }

    @Override
    public void relu(Tensor input, Tensor output) {
        kernels.relu(input, output);
    }

    @Override
    public void reluBackward(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        kernels.reluBackward(output, outputGradient, inputGradient);
    }

    @Override
    public void copyChannels(Tensor source, int from, Tensor target, int to, int count) {
        kernels.copyChannels(source, from, target, to, count);
    }

    @Override
    public void subsample(Tensor input, int offset, Tensor output) {
        kernels.subsample(input, offset, output);
    }

    @Override
    public void subsampleBackward(Tensor outputGradient, int offset, Tensor inputGradient) {
        kernels.subsampleBackward(outputGradient, offset, inputGradient);
    }

    @Override
    public void split(Tensor images, Tensor phases) {
        kernels.split(images, phases);
    }

    @Override
    public void join(Tensor phases, Tensor images) {
        kernels.join(phases, images);
    }

    @Override
    public void globalAverage(Tensor input, Tensor output) {
        kernels.globalAverage(input, output);
    }

    @Override
    public void globalAverageBackward(Tensor outputGradient, Tensor inputGradient) {
        kernels.globalAverageBackward(outputGradient, inputGradient);
    }

    @Override
    public ChannelSpread channelSpread(Tensor images) {
        return kernels.channelSpread(images);
    }

    @Override
    public void linear(Tensor input, Tensor weight, Tensor bias, Tensor output) {
        kernels.linear(input, weight, bias, output);
    }

    @Override
    public void linearBackward(
            Tensor input,
            Tensor weight,
            Tensor outputGradient,
            Tensor inputGradient,
            Tensor weightGradient,
            Tensor biasGradient) {
        kernels.linearBackward(input, weight, outputGradient, inputGradient, weightGradient, biasGradient);
    }

    @Override
    public void scaleImages(Tensor input, Tensor factors, Tensor output) {
        kernels.scaleImages(input, factors, output);
    }

    @Override
    public void crossEntropyBackward(Tensor logits, Tensor labels, Tensor gradient) {
        kernels.crossEntropyBackward(logits, labels, gradient);
    }

    @Override
    public double dot(Tensor left, Tensor right) {
        return kernels.dot(left, right);
    }

    @Override
    public double sumOfSquares(Tensor vector) {
        return kernels.sumOfSquares(vector);
    }

    @Override
    public void descend(Tensor value, Tensor gradient, Tensor velocity, MomentumStep step) {
        kernels.descend(value, gradient, velocity, step);
    }

    @Override
    public void close() {
        kernels.close();
    }
}
