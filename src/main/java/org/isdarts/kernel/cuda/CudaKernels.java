package org.isdarts.kernel.cuda;

import static org.isdarts.kernel.cuda.CudaTensor.address;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.ChannelSpread;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.cuda.Sum.Summand;

/** The kernels on an NVIDIA GPU. */
public final class CudaKernels implements Kernels {
    /** The oldest compute capability that a compiler known here makes code for. */
    private static final int OLDEST_CAPABILITY = 50;

    /** Blocks of a sum of squares at most. */
    private static final int SQUARE_BLOCKS = 256;

    private static final int SQUARE_THREADS = 256;

    private final Precision precision;
    private final String description;
    private final Compiler compiler;
    private final Cuda cuda;
    private final Map<ConvolutionShape, Convolution> convolutions = new HashMap<>();
    private CudaKernels inFloat32;

    /**
     * Kernels on the first GPU that NVIDIA's driver lists.
     *
     * @param precision of images and their gradients
     * @throws IllegalStateException if driver, compiler or GPU cannot be used; says what would be right
     */
    public CudaKernels(Precision precision) {
        this(Driver.load(), Compiler.ofThisMachine(), precision);
    }

    CudaKernels(Driver driver, Compiler compiler, Precision precision) {
        this(compiler, precision, opened(driver, compiler));
    }

    private CudaKernels(Compiler compiler, Precision precision, Device device) {
        this(compiler, precision, loaded(compiler, precision, device));
    }

    /** What computes; if the kernels do not load, the GPU is given back. */
    private static Cuda loaded(Compiler compiler, Precision precision, Device device) {
        try {
            return new Cuda(device, new Pool(device), new Program(device, compiler, precision));
        } catch (CudaException failure) {
            device.close();
            throw unopened(failure);
        } catch (IllegalStateException notCompiled) {
            device.close();
            throw notCompiled;
        }
    }

    private CudaKernels(Compiler compiler, Precision precision, Cuda cuda) {
        this.compiler = compiler;
        this.precision = precision;
        this.cuda = cuda;
        this.inFloat32 = precision == Precision.FLOAT32 ? this : null;
        this.description = "GPU, " + cuda.device().name() + ", CUDA "
                + words(cuda.device().cudaVersion()) + ", " + compiler.version() + ", " + precision.label();
    }

    /** Whether driver, compiler and GPU of this machine can be used. */
    public static boolean areUsable() {
        try {
            opened(Driver.load(), Compiler.ofThisMachine()).close();
            return true;
        } catch (IllegalStateException | LinkageError unusable) {
            return false;
        }
    }

    /** The GPU, if it and its driver can run what the compiler makes. */
    private static Device opened(Driver driver, Compiler compiler) {
        Device device = device(driver);
        Optional<String> obstacle = obstacle(device, compiler);
        if (obstacle.isPresent()) {
            device.close();
            throw new IllegalStateException(device.name() + ": " + obstacle.get());
        }
        return device;
    }

    private static IllegalStateException unopened(CudaException failure) {
        return new IllegalStateException(
                failure.isLackOfMemory()
                        ? "the GPU's memory is full; end other programs that use it, or use kernels onednn"
                        : "the GPU does not start (" + failure.getMessage() + "); use kernels onednn",
                failure);
    }

    private static Device device(Driver driver) {
        try {
            return new Device(driver);
        } catch (CudaException failure) {
            throw unopened(failure);
        }
    }

    private static Optional<String> obstacle(Device device, Compiler compiler) {
        if (device.capability() < OLDEST_CAPABILITY) {
            return Optional.of("too old; the kernels need compute capability 5.0 or higher");
        }
        return device.cudaVersion() < compiler.oldestCuda()
                ? Optional.of("its driver is too old; it knows CUDA " + words(device.cudaVersion())
                        + ", and the kernels need " + words(compiler.oldestCuda()))
                : Optional.empty();
    }

    private static String words(int cudaVersion) {
        return cudaVersion / 1000 + "." + cudaVersion % 1000 / 10;
    }

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Precision precision() {
        return precision;
    }

    @Override
    public Kernels inFloat32() {
        if (inFloat32 == null) {
            Program program = new Program(cuda.device(), compiler, Precision.FLOAT32);
            inFloat32 = new CudaKernels(compiler, Precision.FLOAT32, new Cuda(cuda.device(), cuda.pool(), program));
        }
        return inFloat32;
    }

    @Override
    public Optional<String> explain(Throwable failure) {
        if (!(failure instanceof CudaException told)) {
            return Optional.empty();
        }
        return Optional.of(
                told.isLackOfMemory()
                        ? "the GPU's memory is full; search with a smaller batch size, fewer channels or cells, end other"
                                + " programs that use it, or resume from the last checkpoint on the processor, with"
                                + " kernels onednn"
                        : "the GPU failed (" + told.getMessage()
                                + "); resume from the last checkpoint on the processor, with kernels onednn");
    }

    @Override
    public CudaTensor allocate(int... shape) {
        if (shape.length == 4) {
            return new ImageTensor(cuda, images(shape));
        }
        long size = 1;
        for (int length : shape) {
            size *= length;
        }
        return new PlainTensor(cuda.device(), cuda.pool().take(size * Float.BYTES), shape);
    }

    private Images images(int... shape) {
        return Images.of(precision, shape);
    }

    @Override
    public void release(Tensor tensor) {
        if (tensor instanceof ImageTensor images) {
            images.release();
        } else {
            cuda.pool().putBack(address(tensor), ((PlainTensor) tensor).bytes());
        }
    }

    @Override
    public Tensor slice(Tensor vector, int offset, int... shape) {
        return ((PlainTensor) vector).slice(offset, shape);
    }

    @Override
    public Convolution convolution(ConvolutionShape shape) {
        return convolutions.computeIfAbsent(shape, wanted -> CudaConvolution.of(cuda, precision, wanted));
    }

    @Override
    public BatchNorm batchNorm(int... shape) {
        return new CudaBatchNorm(cuda, images(shape));
    }

    @Override
    public Pooling pooling(PoolingShape shape) {
        Images input = images(shape.images(), shape.channels(), shape.height(), shape.width());
        return new CudaPooling(cuda, shape, input, images(shape.output()));
    }

    @Override
    public CudaGraph compiled(Runnable primitives, Collection<Tensor> kept) {
        Set<Long> places = kept.stream().map(CudaTensor::address).collect(Collectors.toSet());
        return new CudaGraph(cuda, primitives, places);
    }

    @Override
    public void fill(Tensor target, double value) {
        if (target instanceof ImageTensor tensor) {
            Images images = tensor.images;
            cuda.launch(
                    "fillImages", images.grid(), address(target), images.groups(), images.argument(), (float) value);
        } else {
            cuda.launch("fillVector", Grid.of(target.size()), address(target), target.size(), (float) value);
        }
    }

    @Override
    public void sum(List<Term> terms, Tensor target) {
        // What the target itself contributes comes first, before it is overwritten.
        List<Term> ordered = terms.stream()
                .sorted(Comparator.comparing((Term term) -> address(term.tensor()) != address(target)))
                .toList();
        sumSome(ordered.subList(0, Math.min(Sum.MOST, ordered.size())), target);
        for (int from = Sum.MOST; from < ordered.size(); from += Sum.MOST - 1) {
            int to = Math.min(from + Sum.MOST - 1, ordered.size());
            List<Term> some = new ArrayList<>(List.of(new Term(1, target)));
            some.addAll(ordered.subList(from, to));
            sumSome(some, target);
        }
    }

    private void sumSome(List<Term> terms, Tensor target) {
        if (target instanceof ImageTensor tensor) {
            List<Summand> summands = terms.stream()
                    .map(term -> new Summand((float) term.factor(), address(term.tensor())))
                    .toList();
            cuda.ask(new Sum(cuda, tensor.images, summands, address(target), 0));
        } else {
            sumVectors(terms, target);
        }
    }

    private void sumVectors(List<Term> terms, Tensor target) {
        long[] tensors = new long[Sum.MOST];
        float[] factors = new float[Sum.MOST];
        for (int i = 0; i < terms.size(); i++) {
            tensors[i] = address(terms.get(i).tensor());
            factors[i] = (float) terms.get(i).factor();
        }
        cuda.launch(
                "sumVectors", Grid.of(target.size()), address(target), target.size(), tensors, factors, terms.size());
    }

    @Override
    public void relu(Tensor input, Tensor output) {
        cuda.ask(new Relu(cuda, ImageTensor.of(output).images, address(input), address(output)));
    }

    @Override
    public void reluBackward(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        Images images = ImageTensor.of(output).images;
        cuda.launch(
                "reluBackward",
                images.grid(),
                address(output),
                address(outputGradient),
                address(inputGradient),
                images.groups());
    }

    @Override
    public void copyChannels(Tensor source, int from, Tensor target, int to, int count) {
        Images images = ImageTensor.of(source).images;
        int size = Math.multiplyExact(images.pixels(), count);
        cuda.launch(
                "copyChannels",
                Grid.of(size),
                address(source),
                images.pitch(),
                from,
                address(target),
                ImageTensor.of(target).images.pitch(),
                to,
                count,
                size);
    }

    @Override
    public void subsample(Tensor input, int offset, Tensor output) {
        Images small = ImageTensor.of(output).images;
        cuda.launch(
                "subsample",
                small.grid(),
                address(input),
                ImageTensor.of(input).images.argument(),
                offset,
                address(output),
                small.argument(),
                small.groups());
    }

    @Override
    public void subsampleBackward(Tensor outputGradient, int offset, Tensor inputGradient) {
        Images large = ImageTensor.of(inputGradient).images;
        cuda.launch(
                "subsampleBackward",
                large.grid(),
                address(outputGradient),
                ImageTensor.of(outputGradient).images.argument(),
                offset,
                address(inputGradient),
                large.argument(),
                large.groups());
    }

    @Override
    public void split(Tensor images, Tensor phases) {
        Images whole = ImageTensor.of(images).images;
        cuda.launch("split", whole.grid(), address(images), address(phases), whole.argument(), whole.groups());
    }

    @Override
    public void join(Tensor phases, Tensor images) {
        Images whole = ImageTensor.of(images).images;
        cuda.launch("join", whole.grid(), address(phases), address(images), whole.argument(), whole.groups());
    }

    @Override
    public void globalAverage(Tensor input, Tensor output) {
        cuda.launch(
                "globalAverage",
                Grid.of(output.size()),
                address(input),
                ImageTensor.of(input).images.argument(),
                address(output),
                output.size());
    }

    @Override
    public void globalAverageBackward(Tensor outputGradient, Tensor inputGradient) {
        Images images = ImageTensor.of(inputGradient).images;
        cuda.launch(
                "globalAverageBackward",
                images.grid(),
                address(outputGradient),
                address(inputGradient),
                images.argument(),
                images.groups());
    }

    @Override
    public ChannelSpread channelSpread(Tensor images) {
        Images shape = ImageTensor.of(images).images;
        long bytes = 2L * shape.count() * Double.BYTES;
        long spread = cuda.pool().workspace(bytes);
        Grid grid = new Grid(shape.count(), 1, 1, SQUARE_THREADS);
        cuda.launch("channelSpread", grid, address(images), shape.argument(), spread);
        Pointer told = cuda.device().staging(bytes);
        cuda.device().copyOut(spread, bytes);
        return new ChannelSpread(
                told.getDoubleArray(0, shape.count()),
                told.getDoubleArray((long) shape.count() * Double.BYTES, shape.count()));
    }

    @Override
    public void linear(Tensor input, Tensor weight, Tensor bias, Tensor output) {
        cuda.launch(
                "linear",
                Grid.of(output.size()),
                address(input),
                address(weight),
                address(bias),
                address(output),
                input.shape()[1],
                output.shape()[1],
                output.size());
    }

    @Override
    public void linearBackward(
            Tensor input,
            Tensor weight,
            Tensor outputGradient,
            Tensor inputGradient,
            Tensor weightGradient,
            Tensor biasGradient) {
        int images = input.shape()[0];
        int features = input.shape()[1];
        int classes = outputGradient.shape()[1];
        cuda.launch(
                "linearInputGradient",
                Grid.of(input.size()),
                address(weight),
                address(outputGradient),
                address(inputGradient),
                features,
                classes,
                input.size());
        cuda.launch(
                "linearWeightGradient",
                Grid.of((long) features * classes),
                address(input),
                address(outputGradient),
                address(weightGradient),
                features,
                classes,
                images);
        cuda.launch(
                "linearBiasGradient",
                Grid.of(classes),
                address(outputGradient),
                address(biasGradient),
                classes,
                images);
    }

    @Override
    public void scaleImages(Tensor input, Tensor factors, Tensor output) {
        Images images = ImageTensor.of(output).images;
        cuda.launch(
                "scaleImages",
                images.grid(),
                address(input),
                address(factors),
                address(output),
                images.groups(),
                images.groups() / images.count());
    }

    @Override
    public void crossEntropyBackward(Tensor logits, Tensor labels, Tensor gradient) {
        cuda.launch(
                "crossEntropyBackward",
                Grid.of(labels.size()),
                address(logits),
                address(labels),
                address(gradient),
                logits.shape()[1],
                labels.size());
    }

    @Override
    public double dot(Tensor left, Tensor right) {
        boolean isImages = left instanceof ImageTensor;
        int numbers = isImages ? ImageTensor.of(left).images.groups() : left.size();
        String kernel = isImages ? "dotImages" : "dotVectors";
        return addedUp(
                numbers, (grid, parts) -> cuda.launch(kernel, grid, address(left), address(right), numbers, parts));
    }

    @Override
    public double sumOfSquares(Tensor vector) {
        return addedUp(
                vector.size(), (grid, parts) -> cuda.launch("squares", grid, address(vector), vector.size(), parts));
    }

    /** A kernel that leaves one partial sum for each of its blocks. */
    private interface Summing {
        void launch(Grid grid, long parts);
    }

    private double addedUp(int numbers, Summing kernel) {
        int blocks = Math.min(SQUARE_BLOCKS, Grid.blocks(numbers, SQUARE_THREADS));
        long bytes = (long) blocks * Double.BYTES;
        long parts = cuda.pool().workspace(bytes);
        kernel.launch(new Grid(blocks, 1, 1, SQUARE_THREADS), parts);
        Pointer told = cuda.device().staging(bytes);
        cuda.device().copyOut(parts, bytes);
        double sum = 0;
        for (double part : told.getDoubleArray(0, blocks)) {
            sum += part;
        }
        return sum;
    }

    @Override
    public void descend(Tensor value, Tensor gradient, Tensor velocity, MomentumStep step) {
        cuda.launch(
                "descend",
                Grid.of(value.size()),
                address(value),
                address(gradient),
                address(velocity),
                value.size(),
                (float) step.gradientFactor(),
                (float) step.weightDecay(),
                (float) step.momentum(),
                (float) step.rate(),
                (float) step.gradientShare(),
                (float) step.velocityShare());
    }

    @Override
    public void close() {
        cuda.device().close();
    }
}
