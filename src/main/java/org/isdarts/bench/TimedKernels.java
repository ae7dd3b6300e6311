package org.isdarts.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;

/** Kernels that add up the time spent in each kind of primitive. */
final class TimedKernels implements Kernels {
    private final Kernels kernels;
    private final Map<String, Long> nanoseconds = new TreeMap<>();

    TimedKernels(Kernels kernels) {
        this.kernels = kernels;
    }

    /** Time by kind of primitive since the last {@link #reset}, in nanoseconds. */
    Map<String, Long> nanoseconds() {
        return new TreeMap<>(nanoseconds);
    }

    void reset() {
        nanoseconds.clear();
    }

    private void time(String kind, Runnable primitive) {
        long start = System.nanoTime();
        primitive.run();
        nanoseconds.merge(kind, System.nanoTime() - start, Long::sum);
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

    @Override
    public Convolution convolution(ConvolutionShape shape) {
        Convolution convolution = kernels.convolution(shape);
        String kind = (shape.depthwise() ? "depthwise " : "convolution ") + shape.kernel() + "x" + shape.kernel();
        return new Convolution() {
            @Override
            public void forward(Tensor input, Tensor weight, Tensor output) {
                time(kind + " forward", () -> convolution.forward(input, weight, output));
            }

            @Override
            public void backward(
                    Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
                time(
                        kind + " backward",
                        () -> convolution.backward(input, weight, outputGradient, inputGradient, weightGradient));
            }
        };
    }

    @Override
    public BatchNorm batchNorm(int... shape) {
        BatchNorm norm = kernels.batchNorm(shape);
        return new BatchNorm() {
            @Override
            public void forward(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
                time("batch norm forward", () -> norm.forward(input, affine, mean, variance, output));
            }

            @Override
            public void evaluate(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
                time("batch norm forward", () -> norm.evaluate(input, affine, mean, variance, output));
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
                        () -> norm.backward(input, affine, mean, variance, factor, outputGradient, inputGradient));
            }
        };
    }

    @Override
    public Pooling pooling(PoolingShape shape) {
        Pooling pooling = kernels.pooling(shape);
        return new Pooling() {
            @Override
            public void forward(Tensor input, Tensor output) {
                time("pooling forward", () -> pooling.forward(input, output));
            }

            @Override
            public void backward(Tensor input, Tensor outputGradient, Tensor inputGradient) {
                time("pooling backward", () -> pooling.backward(input, outputGradient, inputGradient));
            }
        };
    }

    @Override
    public void fill(Tensor target, double value) {
        time("copy", () -> kernels.fill(target, value));
    }

    @Override
    public void sum(List<Term> terms, Tensor target) {
        time("sum", () -> kernels.sum(terms, target));
    }

    @Override
    public void relu(Tensor input, Tensor output) {
        time("relu", () -> kernels.relu(input, output));
    }

    @Override
    public void reluBackward(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        time("relu", () -> kernels.reluBackward(output, outputGradient, inputGradient));
    }

    @Override
    public void copyChannels(Tensor source, int from, Tensor target, int to, int count) {
        time("copy", () -> kernels.copyChannels(source, from, target, to, count));
    }

    @Override
    public void subsample(Tensor input, int offset, Tensor output) {
        time("copy", () -> kernels.subsample(input, offset, output));
    }

    @Override
    public void subsampleBackward(Tensor outputGradient, int offset, Tensor inputGradient) {
        time("copy", () -> kernels.subsampleBackward(outputGradient, offset, inputGradient));
    }

    @Override
    public void globalAverage(Tensor input, Tensor output) {
        time("classifier", () -> kernels.globalAverage(input, output));
    }

    @Override
    public void globalAverageBackward(Tensor outputGradient, Tensor inputGradient) {
        time("classifier", () -> kernels.globalAverageBackward(outputGradient, inputGradient));
    }

    @Override
    public void linear(Tensor input, Tensor weight, Tensor bias, Tensor output) {
        time("classifier", () -> kernels.linear(input, weight, bias, output));
    }

    @Override
    public void linearBackward(
            Tensor input,
            Tensor weight,
            Tensor outputGradient,
            Tensor inputGradient,
            Tensor weightGradient,
            Tensor biasGradient) {
        time(
                "classifier",
                () -> kernels.linearBackward(
                        input, weight, outputGradient, inputGradient, weightGradient, biasGradient));
    }

    @Override
    public double sumOfSquares(Tensor vector) {
        double[] sum = new double[1];
        time("optimiser", () -> sum[0] = kernels.sumOfSquares(vector));
        return sum[0];
    }

    @Override
    public void nesterovStep(Tensor value, Tensor gradient, Tensor velocity, NesterovStep step) {
        time("optimiser", () -> kernels.nesterovStep(value, gradient, velocity, step));
    }

    @Override
    public void close() {
        kernels.close();
    }
}
