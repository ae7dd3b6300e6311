package org.isdarts.profile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.ForwardingKernels;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;

/**
 * Kernels that add up, for each kind of primitive, the time it took and what it could not do without: its arithmetic,
 * and every number it takes in or gives out once.
 */
final class TimedKernels extends ForwardingKernels {
    private final Map<String, Spent> spent = new TreeMap<>();

    TimedKernels(Kernels kernels) {
        super(kernels);
    }

    /**
     * What went into one kind of primitive.
     *
     * @param calls how often it ran
     * @param nanoseconds it took in all
     * @param operations multiplications and additions of convolutions and of the classifier
     * @param imageNumbers numbers of images taken in and given out
     */
    record Spent(long calls, long nanoseconds, double operations, double imageNumbers) {
        private Spent plus(Spent more) {
            return new Spent(
                    calls + more.calls,
                    nanoseconds + more.nanoseconds,
                    operations + more.operations,
                    imageNumbers + more.imageNumbers);
        }
    }

    /** What was spent since the last {@link #reset}, by kind of primitive. */
    Map<String, Spent> spent() {
        return new TreeMap<>(spent);
    }

    void reset() {
        spent.clear();
    }

    private void time(String kind, double operations, double imageNumbers, Runnable primitive) {
        long start = System.nanoTime();
        primitive.run();
        spent.merge(kind, new Spent(1, System.nanoTime() - start, operations, imageNumbers), Spent::plus);
    }

    private static double size(Tensor... tensors) {
        double size = 0;
        for (Tensor tensor : tensors) {
            size += tensor == null ? 0 : tensor.size();
        }
        return size;
    }

    @Override
    public Convolution convolution(ConvolutionShape shape) {
        Convolution convolution = super.convolution(shape);
        String kind = (shape.depthwise() ? "depthwise " : "convolution ") + shape.kernel() + "x" + shape.kernel();
        double operations = 2.0
                * shape.images()
                * shape.outChannels()
                * shape.outHeight()
                * shape.outWidth()
                * (shape.depthwise() ? 1 : shape.inChannels())
                * shape.kernel()
                * shape.kernel();
        return new Convolution() {
            @Override
            public void forward(Tensor input, Tensor weight, Tensor output) {
                time(
                        kind + " forward",
                        operations,
                        size(input, output),
                        () -> convolution.forward(input, weight, output));
            }

            @Override
            public void backward(
                    Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
                time(
                        kind + " backward",
                        operations * (inputGradient == null || weightGradient == null ? 1 : 2),
                        size(input, outputGradient, inputGradient),
                        () -> convolution.backward(input, weight, outputGradient, inputGradient, weightGradient));
            }
        };
    }

    @Override
    public BatchNorm batchNorm(int... shape) {
        BatchNorm norm = super.batchNorm(shape);
        return new BatchNorm() {
            @Override
            public void forward(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
                time(
                        "batch norm forward",
                        0,
                        size(input, output),
                        () -> norm.forward(input, affine, mean, variance, output));
            }

            @Override
            public void evaluate(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
                time(
                        "batch norm forward",
                        0,
                        size(input, output),
                        () -> norm.evaluate(input, affine, mean, variance, output));
            }

            @Override
            public void backward(
                    Tensor input,
                    Affine affine,
                    Tensor mean,
                    Tensor variance,
                    double factor,
                    Tensor outputGradient,
                    Tensor inputGradient) {
                time(
                        "batch norm backward",
                        0,
                        size(input, outputGradient, inputGradient),
                        () -> norm.backward(input, affine, mean, variance, factor, outputGradient, inputGradient));
            }
        };
    }

    @Override
    public Pooling pooling(PoolingShape shape) {
        Pooling pooling = super.pooling(shape);
        return new Pooling() {
            @Override
            public void forward(Tensor input, Tensor output) {
                time("pooling forward", 0, size(input, output), () -> pooling.forward(input, output));
            }

            @Override
            public void backward(Tensor input, Tensor outputGradient, Tensor inputGradient) {
                time(
                        "pooling backward",
                        0,
                        size(outputGradient, inputGradient),
                        () -> pooling.backward(input, outputGradient, inputGradient));
            }
        };
    }

    @Override
    public void fill(Tensor target, double value) {
        time("copy", 0, size(target), () -> super.fill(target, value));
    }

    @Override
    public void sum(List<Term> terms, Tensor target) {
        double numbers = size(target) * (terms.size() + 1);
        time("sum", 0, numbers, () -> super.sum(terms, target));
    }

    @Override
    public void relu(Tensor input, Tensor output) {
        time("relu", 0, size(input, output), () -> super.relu(input, output));
    }

    @Override
    public void reluBackward(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        time(
                "relu",
                0,
                size(output, outputGradient, inputGradient),
                () -> super.reluBackward(output, outputGradient, inputGradient));
    }

    @Override
    public void copyChannels(Tensor source, int from, Tensor target, int to, int count) {
        double copied = size(source) / source.shape()[1] * count;
        time("copy", 0, 2 * copied, () -> super.copyChannels(source, from, target, to, count));
    }

    @Override
    public void subsample(Tensor input, int offset, Tensor output) {
        time("copy", 0, 2 * size(output), () -> super.subsample(input, offset, output));
    }

    @Override
    public void subsampleBackward(Tensor outputGradient, int offset, Tensor inputGradient) {
        time(
                "copy",
                0,
                size(outputGradient, inputGradient),
                () -> super.subsampleBackward(outputGradient, offset, inputGradient));
    }

    @Override
    public void split(Tensor images, Tensor phases) {
        time("copy", 0, size(images, phases), () -> super.split(images, phases));
    }

    @Override
    public void join(Tensor phases, Tensor images) {
        time("copy", 0, size(phases, images), () -> super.join(phases, images));
    }

    @Override
    public void globalAverage(Tensor input, Tensor output) {
        time("classifier", 0, size(input), () -> super.globalAverage(input, output));
    }

    @Override
    public void globalAverageBackward(Tensor outputGradient, Tensor inputGradient) {
        time("classifier", 0, size(inputGradient), () -> super.globalAverageBackward(outputGradient, inputGradient));
    }

    @Override
    public void linear(Tensor input, Tensor weight, Tensor bias, Tensor output) {
        double operations = 2 * size(weight) * input.shape()[0];
        time("classifier", operations, 0, () -> super.linear(input, weight, bias, output));
    }

    @Override
    public void linearBackward(
            Tensor input,
            Tensor weight,
            Tensor outputGradient,
            Tensor inputGradient,
            Tensor weightGradient,
            Tensor biasGradient) {
        double operations = 4 * size(weight) * input.shape()[0];
        time(
                "classifier",
                operations,
                0,
                () -> super.linearBackward(input, weight, outputGradient, inputGradient, weightGradient, biasGradient));
    }

    @Override
    public void scaleImages(Tensor input, Tensor factors, Tensor output) {
        time("sum", 0, 2 * size(input), () -> super.scaleImages(input, factors, output));
    }

    @Override
    public void crossEntropyBackward(Tensor logits, Tensor labels, Tensor gradient) {
        time("classifier", 0, size(logits), () -> super.crossEntropyBackward(logits, labels, gradient));
    }

    @Override
    public double dot(Tensor left, Tensor right) {
        double[] product = new double[1];
        time("dot product", 0, size(left, right), () -> product[0] = super.dot(left, right));
        return product[0];
    }

    @Override
    public double sumOfSquares(Tensor vector) {
        double[] sum = new double[1];
        time("optimizer", 0, 0, () -> sum[0] = super.sumOfSquares(vector));
        return sum[0];
    }

    @Override
    public void descend(Tensor value, Tensor gradient, Tensor velocity, MomentumStep step) {
        time("optimizer", 0, 0, () -> super.descend(value, gradient, velocity, step));
    }
}
