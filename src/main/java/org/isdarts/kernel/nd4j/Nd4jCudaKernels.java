package org.isdarts.kernel.nd4j;

import static org.isdarts.kernel.nd4j.ArrayTensor.array;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The kernels on ND4J's CUDA backend in float32: everything in operations of ND4J's own, so that no number leaves the
 * GPU before it is asked for.
 */
public final class Nd4jCudaKernels extends ArrayKernels {
    /** How ND4J, CUDA and cuDNN say it. */
    private static final Pattern LACK_OF_MEMORY =
            Pattern.compile("failed to allocate|out.of.memory|alloc_failed", Pattern.CASE_INSENSITIVE);

    private final String device;

    /**
     * Loads ND4J with its CUDA backend.
     *
     * @param device the GPU, in words for people
     * @throws IllegalStateException if it does not load on this machine
     */
    public Nd4jCudaKernels(String device) {
        this(device, Backend.CUDA);
    }

    /** On any backend; all compute the same. */
    Nd4jCudaKernels(String device, Backend backend) {
        super(array -> new ArrayTensor(array, new int[] {(int) array.length()}));
        backend.use();
        this.device = device;
        try {
            Nd4j.create(DataType.FLOAT, 1).close();
        } catch (RuntimeException notLoaded) {
            throw new IllegalStateException("ND4J's CUDA backend does not load on this machine", notLoaded);
        }
    }

    @Override
    public String name() {
        return "nd4j-cuda";
    }

    @Override
    public String description() {
        return "GPU, " + device + ", ND4J " + version() + " for CUDA 11.6, fp32";
    }

    @Override
    public Optional<String> explain(Throwable failure) {
        if (isLackOfMemory(failure)) {
            return Optional.of("the GPU's memory is full; search with a smaller batch size, fewer channels or cells,"
                    + " or resume from the last checkpoint on the processor, with kernels onednn");
        }
        return isNd4j(failure)
                ? Optional.of("the GPU failed (" + firstLine(failure)
                        + "); resume from the last checkpoint on the processor, with kernels onednn")
                : Optional.empty();
    }

    private static boolean isLackOfMemory(Throwable failure) {
        return isNd4j(failure) && LACK_OF_MEMORY.matcher(firstLine(failure)).find();
    }

    private static boolean isNd4j(Throwable failure) {
        StackTraceElement[] calls = failure.getStackTrace();
        return calls.length > 0 && calls[0].getClassName().startsWith("org.nd4j.");
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    @Override
    void execute(DynamicCustomOp operation) {
        Nd4j.exec(operation);
    }

    @Override
    public Convolution convolution(ConvolutionShape shape) {
        return shape.depthwise() ? new ArrayDepthwise(this, shape) : new ArrayConvolution(this, shape);
    }

    @Override
    public BatchNorm batchNorm(int... shape) {
        return new ArrayBatchNorm(this, shape);
    }

    @Override
    public void fill(Tensor target, double value) {
        array(target).assign(value);
    }

    @Override
    public void sum(List<Term> terms, Tensor target) {
        INDArray sum = array(target);
        if (terms.stream().noneMatch(term -> term.tensor() == target)) {
            sum.assign(0);
        }
        // What the target itself contributes comes first, before it is overwritten.
        sum.muli(terms.stream()
                .filter(term -> term.tensor() == target)
                .mapToDouble(Term::factor)
                .sum());
        terms.stream().filter(term -> term.tensor() != target).forEach(term -> addMultiple(term, sum));
    }

    private static void addMultiple(Term term, INDArray sum) {
        Nd4j.getExecutioner().exec(new Axpy(array(term.tensor()), sum, sum, term.factor()));
    }

    @Override
    public void relu(Tensor input, Tensor output) {
        Nd4j.getExecutioner().exec(new RectifiedLinear(array(input), array(output)));
    }

    @Override
    public void reluBackward(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        execute(DynamicCustomOp.builder("relu_bp")
                .addInputs(array(output), array(outputGradient))
                .addOutputs(array(inputGradient))
                .build());
    }

    @Override
    public void copyChannels(Tensor source, int from, Tensor target, int to, int count) {
        channels(target, to, count).assign(channels(source, from, count));
    }

    private static INDArray channels(Tensor images, int from, int count) {
        return array(images).get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + count));
    }

    @Override
    public void subsample(Tensor input, int offset, Tensor output) {
        fill(output, 0);
        new Subsampling(input, offset).copyTo(output);
    }

    @Override
    public void subsampleBackward(Tensor outputGradient, int offset, Tensor inputGradient) {
        fill(inputGradient, 0);
        new Subsampling(inputGradient, offset).copyFrom(outputGradient);
    }

    /** Every second pixel of images, from an offset on in both directions. */
    private record Subsampling(Tensor large, int offset) {
        void copyTo(Tensor small) {
            if (rows() > 0 && columns() > 0) {
                corner(small).assign(taken());
            }
        }

        void copyFrom(Tensor small) {
            if (rows() > 0 && columns() > 0) {
                taken().assign(corner(small));
            }
        }

        private int rows() {
            return (large.shape()[2] - offset + 1) / 2;
        }

        private int columns() {
            return (large.shape()[3] - offset + 1) / 2;
        }

        private INDArray taken() {
            return array(large)
                    .get(
                            NDArrayIndex.all(),
                            NDArrayIndex.all(),
                            everySecond(large.shape()[2]),
                            everySecond(large.shape()[3]));
        }

        private INDArrayIndex everySecond(int length) {
            return NDArrayIndex.interval(offset, 2, length);
        }

        private INDArray corner(Tensor small) {
            return array(small)
                    .get(
                            NDArrayIndex.all(),
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(0, rows()),
                            NDArrayIndex.interval(0, columns()));
        }
    }

    @Override
    public void split(Tensor images, Tensor phases) {
        apart(phases).assign(woven(images));
    }

    @Override
    public void join(Tensor phases, Tensor images) {
        woven(images).assign(apart(phases));
    }

    /** Phases as {@code [2,2,N,C,H/2,W/2]}. */
    private static INDArray apart(Tensor phases) {
        int[] shape = phases.shape();
        return array(phases).reshape('c', 2, 2, shape[0] / 4, shape[1], shape[2], shape[3]);
    }

    /** Images in the order of their phases. */
    private static INDArray woven(Tensor images) {
        int[] shape = images.shape();
        return array(images)
                .reshape('c', shape[0], shape[1], shape[2] / 2, 2, shape[3] / 2, 2)
                .permute(3, 5, 0, 1, 2, 4);
    }

    @Override
    public void globalAverage(Tensor input, Tensor output) {
        array(output).assign(array(input).mean(2, 3));
    }

    @Override
    public void globalAverageBackward(Tensor outputGradient, Tensor inputGradient) {
        int[] shape = inputGradient.shape();
        int planes = shape[0] * shape[1];
        int pixels = shape[2] * shape[3];
        array(inputGradient)
                .reshape('c', planes, pixels)
                .putiColumnVector(array(outputGradient).reshape('c', planes, 1).div(pixels));
    }

    @Override
    public void linear(Tensor input, Tensor weight, Tensor bias, Tensor output) {
        array(output).assign(array(input).mmul(array(weight).transpose()).addiRowVector(array(bias)));
    }

    @Override
    public void linearBackward(
            Tensor input,
            Tensor weight,
            Tensor outputGradient,
            Tensor inputGradient,
            Tensor weightGradient,
            Tensor biasGradient) {
        INDArray gradient = array(outputGradient);
        array(inputGradient).assign(gradient.mmul(array(weight)));
        array(weightGradient).assign(gradient.transpose().mmul(array(input)));
        array(biasGradient).assign(gradient.sum(0));
    }

    @Override
    public void scaleImages(Tensor input, Tensor factors, Tensor output) {
        int images = factors.size();
        INDArray rows = array(input).reshape('c', images, input.size() / images);
        array(output).reshape('c', images, input.size() / images).assign(rows.mulColumnVector(array(factors)));
    }

    @Override
    public double dot(Tensor left, Tensor right) {
        try (INDArray product = array(left).castTo(DataType.DOUBLE);
                INDArray other = array(right).castTo(DataType.DOUBLE)) {
            return product.muli(other).sumNumber().doubleValue();
        }
    }

    @Override
    public double sumOfSquares(Tensor vector) {
        try (INDArray precise = array(vector).castTo(DataType.DOUBLE)) {
            return precise.muli(precise).sumNumber().doubleValue();
        }
    }

    @Override
    public void descend(Tensor value, Tensor gradient, Tensor velocity, MomentumStep step) {
        INDArray v = array(velocity);
        v.muli(step.momentum());
        addMultiple(new Term(step.gradientFactor(), gradient), v);
        addMultiple(new Term(step.weightDecay(), value), v);
        // What follows the newest gradient depends on the value that is overwritten.
        INDArray x = array(value);
        double share = step.rate() * step.gradientShare();
        x.muli(1 - share * step.weightDecay());
        addMultiple(new Term(-share * step.gradientFactor(), gradient), x);
        addMultiple(new Term(-step.rate() * step.velocityShare(), velocity), x);
    }
}
