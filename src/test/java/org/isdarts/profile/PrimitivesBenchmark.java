package org.isdarts.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.choice.KernelLibrary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Times every primitive of a training step on its own, batch 64, at the three sizes that the stages of a net with 16
 * channels have. Run by {@code packaging/bench-primitives}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Dorg.bytedeco.javacpp.maxbytes=0", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"})
public class PrimitivesBenchmark {
    private static final int IMAGES = 64;

    /** Compute library. */
    @Param({"onednn", "nd4j"})
    public String kernels;

    /** How images are stored. */
    @Param("fp32")
    public String precision;

    /** Threads that compute. */
    @Param("2")
    public int threads;

    /** Channels and side of the images. */
    @Param({"16x32", "32x16", "64x8"})
    public String size;

    /** What is timed. */
    @Param({
        "conv 3x3",
        "conv 1x1",
        "depthwise 3x3",
        "depthwise 5x5",
        "depthwise 3x3 dilated",
        "depthwise 5x5 dilated",
        "depthwise 5x5 stride 2",
        "batch norm",
        "average pooling",
        "maximum pooling",
        "sum of 4",
        "relu"
    })
    public String primitive;

    private final Map<String, Tensor> tensors = new HashMap<>();
    private Kernels library;
    private Runnable forward;
    private Runnable backward;

    /** Loads the library and prepares the primitive. */
    @Setup
    public void prepare() {
        int channels = Integer.parseInt(size.substring(0, size.indexOf('x')));
        library = KernelLibrary.open(kernels, precision, channels, threads);
        int side = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        int[] images = {IMAGES, channels, side, side};
        switch (primitive) {
            case "conv 3x3" -> convolution(ConvolutionShape.dense(images, channels, 3, 1));
            case "conv 1x1" -> convolution(ConvolutionShape.dense(images, channels, 1, 1));
            case "depthwise 3x3" -> convolution(ConvolutionShape.depthwise(images, 3, 1, 1));
            case "depthwise 5x5" -> convolution(ConvolutionShape.depthwise(images, 5, 1, 1));
            case "depthwise 3x3 dilated" -> convolution(ConvolutionShape.depthwise(images, 3, 1, 2));
            case "depthwise 5x5 dilated" -> convolution(ConvolutionShape.depthwise(images, 5, 1, 2));
            case "depthwise 5x5 stride 2" -> convolution(ConvolutionShape.depthwise(images, 5, 2, 1));
            case "batch norm" -> batchNorm(images);
            case "average pooling" -> pooling(PoolingShape.Kind.AVERAGE, images);
            case "maximum pooling" -> pooling(PoolingShape.Kind.MAXIMUM, images);
            case "sum of 4" -> sum(images);
            case "relu" -> relu(images);
            default -> throw new IllegalArgumentException("no primitive is called " + primitive);
        }
    }

    private Tensor tensor(String name, int... shape) {
        return tensors.computeIfAbsent(name, missing -> {
            Tensor tensor = library.allocate(shape);
            SplittableRandom random = new SplittableRandom(name.hashCode());
            float[] values = new float[tensor.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble(-1, 1);
            }
            tensor.write(values);
            return tensor;
        });
    }

    private void convolution(ConvolutionShape shape) {
        Convolution convolution = library.convolution(shape);
        Tensor input = tensor("input", shape.input());
        Tensor weight = tensor("weight", shape.weight());
        Tensor output = tensor("output", shape.output());
        Tensor outputGradient = tensor("output gradient", shape.output());
        Tensor inputGradient = tensor("input gradient", shape.input());
        Tensor weightGradient = tensor("weight gradient", shape.weight());
        forward = () -> convolution.forward(input, weight, output);
        backward = () -> convolution.backward(input, weight, outputGradient, inputGradient, weightGradient);
    }

    private void batchNorm(int[] images) {
        BatchNorm norm = library.batchNorm(images);
        Tensor input = tensor("input", images);
        Tensor mean = tensor("mean", images[1]);
        Tensor variance = tensor("variance", images[1]);
        Tensor output = tensor("output", images);
        Tensor outputGradient = tensor("output gradient", images);
        Tensor inputGradient = tensor("input gradient", images);
        forward = () -> norm.forward(input, null, mean, variance, output);
        forward.run();
        backward = () -> norm.backward(input, null, mean, variance, 1, outputGradient, inputGradient);
    }

    private void pooling(PoolingShape.Kind kind, int[] images) {
        PoolingShape shape = new PoolingShape(kind, images[0], images[1], images[2], images[3], 3, 1, 1);
        Pooling pooling = library.pooling(shape);
        Tensor input = tensor("input", images);
        Tensor output = tensor("output", images);
        Tensor outputGradient = tensor("output gradient", images);
        Tensor inputGradient = tensor("input gradient", images);
        forward = () -> pooling.forward(input, output);
        backward = () -> pooling.backward(input, outputGradient, inputGradient);
    }

    private void sum(int[] images) {
        List<Kernels.Term> terms = List.of(
                new Kernels.Term(0.25, tensor("first", images)),
                new Kernels.Term(0.25, tensor("second", images)),
                new Kernels.Term(0.25, tensor("third", images)),
                new Kernels.Term(0.25, tensor("fourth", images)));
        Tensor output = tensor("output", images);
        forward = () -> library.sum(terms, output);
        backward = () -> {};
    }

    private void relu(int[] images) {
        Tensor input = tensor("input", images);
        Tensor output = tensor("output", images);
        Tensor gradient = tensor("output gradient", images);
        forward = () -> library.relu(input, output);
        backward = () -> library.reluBackward(output, gradient, gradient);
    }

    /** Closes the library. */
    @TearDown
    public void close() {
        library.close();
    }

    /** The forward pass. */
    @Benchmark
    public void forward() {
        forward.run();
    }

    /** The backward pass; nothing for a sum. */
    @Benchmark
    public void backward() {
        backward.run();
    }
}
