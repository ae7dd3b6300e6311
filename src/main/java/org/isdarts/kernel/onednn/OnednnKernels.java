package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.loops.Vectors;

/** The kernels on oneDNN. */
public final class OnednnKernels implements Kernels {
    private final Precision precision;
    private final int threads;
    private final Library library;
    private final Set<OnednnTensor> tensors = new HashSet<>();
    private final Map<ConvolutionShape, Convolution> convolutions = new HashMap<>();
    private final Map<List<Integer>, BatchNorm> norms = new HashMap<>();
    private final Map<PoolingShape, Pooling> poolings = new HashMap<>();
    private final Map<Layout, Pooling> averagings = new HashMap<>();
    private final Map<Layout, Phases> phases = new HashMap<>();
    private final Map<Sum.Pattern, Sum> sums = new HashMap<>();
    private OnednnKernels inFloat32;

    /**
     * Loads oneDNN for images and gradients in float32.
     *
     * @param threads threads that compute
     * @throws IllegalStateException if oneDNN does not load on this machine
     */
    public OnednnKernels(int threads) {
        this(threads, Precision.FLOAT32);
    }

    /**
     * Loads oneDNN.
     *
     * @param threads threads that compute
     * @param precision of images and their gradients
     * @throws IllegalStateException if oneDNN does not load on this machine
     */
    public OnednnKernels(int threads, Precision precision) {
        this(threads, precision, Library.load(threads));
    }

    private OnednnKernels(int threads, Precision precision, Library library) {
        this.threads = threads;
        this.precision = precision;
        this.library = library;
        this.inFloat32 = precision == Precision.FLOAT32 ? this : null;
    }

    /**
     * Whether this machine's processor itself multiplies in a precision, of which otherwise nothing is gained; never in
     * bfloat16 where oneDNN does not load.
     */
    public static boolean isNative(Precision precision) {
        return Library.isNative(precision);
    }

    /**
     * The precision in which a net computes fastest here: bfloat16 where the processor multiplies in it and its images fill
     * whole blocks of channels. Narrower ones take up to twice as long in it.
     *
     * @param channels of the net's narrowest images
     */
    public static Precision fastest(int channels) {
        boolean gains = channels % Layout.BLOCK == 0 && isNative(Precision.BFLOAT16);
        return gains ? Precision.BFLOAT16 : Precision.FLOAT32;
    }

    @Override
    public String name() {
        return "onednn";
    }

    @Override
    public String description() {
        return "CPU, oneDNN " + Library.version() + " " + Library.instructions() + " " + precision.label() + ", "
                + threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public Precision precision() {
        return precision;
    }

    @Override
    public Kernels inFloat32() {
        if (inFloat32 == null) {
            inFloat32 = new OnednnKernels(threads, Precision.FLOAT32, library);
        }
        return inFloat32;
    }

    @Override
    public Tensor allocate(int... shape) {
        OnednnTensor tensor = new OnednnTensor(library, Layout.of(precision, shape));
        tensors.add(tensor);
        return tensor;
    }

    @Override
    public void release(Tensor tensor) {
        tensors.remove(OnednnTensor.of(tensor));
        OnednnTensor.of(tensor).close();
    }

    @Override
    public Tensor slice(Tensor vector, int offset, int... shape) {
        return OnednnTensor.of(vector).slice(offset, shape);
    }

    @Override
    public Convolution convolution(ConvolutionShape shape) {
        Convolution known = convolutions.get(shape);
        if (known == null) {
            known = prepare(shape);
            convolutions.put(shape, known);
        }
        return known;
    }

    private Convolution prepare(ConvolutionShape shape) {
        if (DilatedConvolution.fits(shape)) {
            Convolution dense = convolution(DilatedConvolution.ofPhases(shape));
            return new DilatedConvolution(library, precision, shape, dense);
        } else if (SubsampledConvolution.fits(shape)) {
            Convolution dense = convolution(SubsampledConvolution.ofEverySecondPixel(shape));
            return new SubsampledConvolution(this, library, precision, shape, dense);
        } else if (WideConvolution.fits(shape)) {
            return new WideConvolution(library, precision, shape);
        } else if (WideStridedConvolution.fits(shape)) {
            return new WideStridedConvolution(library, precision, shape);
        }
        if (PaddedConvolution.fits(shape)) {
            Convolution whole = convolution(PaddedConvolution.ofWholeBlocks(shape));
            return new PaddedConvolution(library, precision, shape, whole);
        }
        return new OnednnConvolution(library, precision, shape);
    }

    @Override
    public BatchNorm batchNorm(int... shape) {
        return norms.computeIfAbsent(
                Arrays.stream(shape).boxed().toList(), missing -> new OnednnBatchNorm(library, precision, shape));
    }

    @Override
    public Pooling pooling(PoolingShape shape) {
        return poolings.computeIfAbsent(shape, missing -> OnednnPooling.of(library, precision, shape));
    }

    @Override
    public void fill(Tensor target, double value) {
        if (value == 0) {
            OnednnTensor.of(target).clear();
        } else {
            float[] numbers = new float[target.size()];
            Arrays.fill(numbers, (float) value);
            target.write(numbers);
        }
    }

    /** Terms with a factor of 0 are left out. */
    @Override
    public void sum(List<Term> terms, Tensor target) {
        List<Term> counting =
                terms.stream().filter(term -> (float) term.factor() != 0).toList();
        OnednnTensor result = OnednnTensor.of(target);
        switch (counting.size()) {
            case 0 -> result.clear();
            case 1 -> library.scale(
                    tensor(counting.get(0)), (float) counting.get(0).factor(), result);
            default -> sumOfSeveral(counting, result);
        }
    }

    private void sumOfSeveral(List<Term> terms, OnednnTensor target) {
        if (terms.size() > Sum.MOST_TERMS) {
            sumOfMany(terms, target);
            return;
        }
        // The smallest first, so that no ratio of neighbors exceeds 1.
        List<Term> ordered = terms.stream()
                .sorted(Comparator.comparingDouble(term -> Math.abs(term.factor())))
                .toList();
        float[] factors = new float[ordered.size()];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) ordered.get(i).factor();
        }
        sums.computeIfAbsent(Sum.Pattern.of(target.layout, factors), pattern -> new Sum(library, pattern))
                .run(factors, ordered.stream().map(OnednnKernels::tensor).toList(), target);
    }

    private void sumOfMany(List<Term> terms, OnednnTensor target) {
        OnednnTensor part = library.scratch(target.layout, "partial sum");
        sumOfSeveral(terms.subList(0, Sum.MOST_TERMS), part);
        List<Term> rest = new ArrayList<>();
        rest.add(new Term(1, part));
        rest.addAll(terms.subList(Sum.MOST_TERMS, terms.size()));
        sumOfSeveral(rest, target);
    }

    private static OnednnTensor tensor(Term term) {
        return OnednnTensor.of(term.tensor());
    }

    @Override
    public void relu(Tensor input, Tensor output) {
        library.relu(OnednnTensor.of(input), OnednnTensor.of(output));
    }

    @Override
    public void reluBackward(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        library.reluBackward(OnednnTensor.of(output), OnednnTensor.of(outputGradient), OnednnTensor.of(inputGradient));
    }

    @Override
    public void copyChannels(Tensor source, int from, Tensor target, int to, int count) {
        OnednnTensor taken = OnednnTensor.of(source);
        OnednnTensor given = OnednnTensor.of(target);
        if (taken.layout.fillsBlocks(from) && taken.layout.fillsBlocks(count) && given.layout.fillsBlocks(to)) {
            copyBlocks(taken, from, given, to, count);
        } else {
            copySingly(taken, from, given, to, count);
        }
    }

    private void copyBlocks(OnednnTensor source, int from, OnednnTensor target, int to, int count) {
        memory.desc taken = channels(source, from, count);
        memory.desc given = channels(target, to, count);
        Primitive reorder = library.primitive(
                List.of("channels", source.layout, from, target.layout, to, count),
                () -> library.reordering(taken, given));
        try (memory part = source.view(taken, 0);
                memory place = target.view(given, 0)) {
            reorder.with(DNNL_ARG_SRC, part).with(DNNL_ARG_DST, place).run();
        }
    }

    private static memory.desc channels(OnednnTensor images, int from, int count) {
        int[] shape = images.shape();
        return images.layout
                .descriptor()
                .submemory_desc(new long[] {shape[0], count, shape[2], shape[3]}, new long[] {0, from, 0, 0});
    }

    private static void copySingly(OnednnTensor source, int from, OnednnTensor target, int to, int count) {
        int[] shape = target.shape();
        int pixels = shape[2] * shape[3];
        float[] taken = source.numbers();
        float[] given = target.numbers();
        for (int n = 0; n < shape[0]; n++) {
            int begin = (n * source.shape()[1] + from) * pixels;
            int place = (n * shape[1] + to) * pixels;
            System.arraycopy(taken, begin, given, place, count * pixels);
        }
        target.write(given);
    }

    @Override
    public void subsample(Tensor input, int offset, Tensor output) {
        OnednnTensor large = OnednnTensor.of(input);
        OnednnTensor small = OnednnTensor.of(output);
        if (isEven(large)) {
            reorderPixels(large, offset, small, false);
        } else {
            float[] sparse = large.numbers();
            float[] dense = new float[small.size()];
            forEveryPixel(large, offset, small, (from, to) -> dense[to] = sparse[from]);
            small.write(dense);
        }
    }

    @Override
    public void subsampleBackward(Tensor outputGradient, int offset, Tensor inputGradient) {
        OnednnTensor large = OnednnTensor.of(inputGradient);
        OnednnTensor small = OnednnTensor.of(outputGradient);
        if (isEven(large)) {
            large.clear();
            reorderPixels(large, offset, small, true);
        } else {
            float[] sparse = new float[large.size()];
            float[] dense = small.numbers();
            forEveryPixel(large, offset, small, (from, to) -> sparse[from] = dense[to]);
            large.write(sparse);
        }
    }

    /** Only then does oneDNN know a description of every second pixel. */
    private static boolean isEven(OnednnTensor large) {
        return large.shape()[2] % 2 == 0 && large.shape()[3] % 2 == 0;
    }

    /** Copies every second pixel of the large images to the small ones, or backward. */
    private void reorderPixels(OnednnTensor large, int offset, OnednnTensor small, boolean backward) {
        int rows = small.shape()[2];
        int columns = small.shape()[3];
        memory.desc sparse = large.layout.pixels(rows, columns, 2);
        memory.desc dense = small.layout.pixels(rows, columns, 1);
        Primitive reorder = library.primitive(
                List.of("subsample", large.layout, offset, backward),
                () -> backward ? library.reordering(dense, sparse) : library.reordering(sparse, dense));
        try (memory everySecond = large.view(sparse, large.layout.bytesTo(offset));
                memory all = small.view(dense, 0)) {
            reorder.with(DNNL_ARG_SRC, backward ? all : everySecond)
                    .with(DNNL_ARG_DST, backward ? everySecond : all)
                    .run();
        }
    }

    /** Two places in row-major order. */
    private interface Places {
        void visit(int large, int small);
    }

    private static void forEveryPixel(OnednnTensor large, int offset, OnednnTensor small, Places places) {
        int height = large.shape()[2];
        int width = large.shape()[3];
        int rows = small.shape()[2];
        int columns = small.shape()[3];
        for (int plane = 0; plane < large.size() / (height * width); plane++) {
            for (int i = 0; 2 * i + offset < height && i < rows; i++) {
                for (int j = 0; 2 * j + offset < width && j < columns; j++) {
                    places.visit(
                            (plane * height + 2 * i + offset) * width + 2 * j + offset,
                            (plane * rows + i) * columns + j);
                }
            }
        }
    }

    @Override
    public void split(Tensor images, Tensor phases) {
        phases(images).split(OnednnTensor.of(images), OnednnTensor.of(phases));
    }

    @Override
    public void join(Tensor phases, Tensor images) {
        phases(images).join(OnednnTensor.of(phases), OnednnTensor.of(images));
    }

    private Phases phases(Tensor images) {
        return phases.computeIfAbsent(OnednnTensor.of(images).layout, layout -> new Phases(library, layout, 2, 2));
    }

    @Override
    public void globalAverage(Tensor input, Tensor output) {
        OnednnTensor images = library.scratch(exact(input), "averaged");
        OnednnTensor average = library.scratch(averages(input), "average");
        library.reorder(OnednnTensor.of(input), images);
        overAllPixels(input).forward(images, average);
        output.write(average.numbers());
    }

    @Override
    public void globalAverageBackward(Tensor outputGradient, Tensor inputGradient) {
        OnednnTensor average = library.scratch(averages(inputGradient), "average");
        average.write(OnednnTensor.of(outputGradient).numbers());
        OnednnTensor images = library.scratch(exact(inputGradient), "averaged");
        overAllPixels(inputGradient).backward(null, average, images);
        library.reorder(images, OnednnTensor.of(inputGradient));
    }

    /** The classifier sees float32 averages whatever the precision of the images. */
    private static Layout averages(Tensor images) {
        return Layout.of(Precision.FLOAT32, images.shape()[0], images.shape()[1], 1, 1);
    }

    private static Layout exact(Tensor images) {
        return Layout.of(Precision.FLOAT32, images.shape());
    }

    private Pooling overAllPixels(Tensor images) {
        return averagings.computeIfAbsent(
                exact(images), layout -> OnednnPooling.global(library, layout, averages(images)));
    }

    @Override
    public void linear(Tensor input, Tensor weight, Tensor bias, Tensor output) {
        int images = input.shape()[0];
        int features = input.shape()[1];
        int classes = output.shape()[1];
        memory.desc x = matrix(images, features, false);
        memory.desc w = matrix(features, classes, true);
        memory.desc b = matrix(1, classes, false);
        memory.desc y = matrix(images, classes, false);
        Primitive product = library.primitive(
                List.of("linear", images, features, classes),
                () -> new matmul(new matmul.primitive_desc(library.engine(), x, w, b, y)));
        try (memory transposed = OnednnTensor.of(weight).view(w, 0);
                memory row = OnednnTensor.of(bias).view(b, 0)) {
            product.with(DNNL_ARG_SRC, OnednnTensor.of(input))
                    .with(DNNL_ARG_WEIGHTS, transposed)
                    .with(DNNL_ARG_BIAS, row)
                    .with(DNNL_ARG_DST, OnednnTensor.of(output))
                    .run();
        }
    }

    /** A matrix that lies row by row, or column by column where it is the transpose of a tensor. */
    private static memory.desc matrix(int rows, int columns, boolean transposed) {
        return new memory.desc(
                new long[] {rows, columns},
                memory.data_type.f32,
                transposed ? memory.format_tag.ba : memory.format_tag.ab);
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
        memory.desc x = matrix(images, features, false);
        memory.desc w = matrix(classes, features, false);
        memory.desc dy = matrix(images, classes, false);
        memory.desc transposed = matrix(classes, images, true);
        library.primitive(
                        List.of("linear input gradient", images, features, classes),
                        () -> new matmul(new matmul.primitive_desc(library.engine(), dy, w, x)))
                .with(DNNL_ARG_SRC, OnednnTensor.of(outputGradient))
                .with(DNNL_ARG_WEIGHTS, OnednnTensor.of(weight))
                .with(DNNL_ARG_DST, OnednnTensor.of(inputGradient))
                .run();
        Primitive weights = library.primitive(
                List.of("linear weight gradient", images, features, classes),
                () -> new matmul(new matmul.primitive_desc(library.engine(), transposed, x, w)));
        try (memory columns = OnednnTensor.of(outputGradient).view(transposed, 0)) {
            weights.with(DNNL_ARG_SRC, columns)
                    .with(DNNL_ARG_WEIGHTS, OnednnTensor.of(input))
                    .with(DNNL_ARG_DST, OnednnTensor.of(weightGradient))
                    .run();
        }
        float[] gradient = OnednnTensor.of(outputGradient).numbers();
        float[] sums = new float[classes];
        for (int i = 0; i < gradient.length; i++) {
            sums[i % classes] += gradient[i];
        }
        biasGradient.write(sums);
    }

    /** Image by image: oneDNN is slow with a number for every image beside channels in blocks. */
    @Override
    public void scaleImages(Tensor input, Tensor factors, Tensor output) {
        OnednnTensor source = OnednnTensor.of(input);
        OnednnTensor target = OnednnTensor.of(output);
        Layout image = target.layout.ofOneImage();
        memory.desc descriptor = image.descriptor();
        float[] numbers = OnednnTensor.of(factors).numbers();
        for (int n = 0; n < numbers.length; n++) {
            long place = n * descriptor.get_size();
            try (memory from = source.view(descriptor, place);
                    memory to = target.view(descriptor, place)) {
                library.scale(image, from, numbers[n], to);
            }
        }
    }

    /** What fills up blocks is zero and adds nothing. */
    @Override
    public double dot(Tensor left, Tensor right) {
        FloatBuffer values = inFloats(OnednnTensor.of(left), "left factor");
        FloatBuffer others = inFloats(OnednnTensor.of(right), "right factor");
        return Vectors.dot(values, others, library.workers());
    }

    private FloatBuffer inFloats(OnednnTensor tensor, String purpose) {
        if (tensor.layout.precision() == Precision.FLOAT32) {
            return tensor.floats();
        }
        OnednnTensor plain = library.scratch(tensor.layout.plain(), purpose);
        library.reorder(tensor, plain);
        return plain.floats();
    }

    @Override
    public double sumOfSquares(Tensor vector) {
        return Vectors.sumOfSquares(OnednnTensor.of(vector).floats(), library.workers());
    }

    @Override
    public void descend(Tensor value, Tensor gradient, Tensor velocity, MomentumStep step) {
        Vectors.descend(
                OnednnTensor.of(value).floats(),
                OnednnTensor.of(gradient).floats(),
                OnednnTensor.of(velocity).floats(),
                step,
                library.workers());
    }

    @Override
    public void close() {
        releaseAll();
        if (inFloat32 != null) {
            inFloat32.releaseAll();
        }
        library.close();
    }

    private void releaseAll() {
        tensors.forEach(OnednnTensor::close);
        tensors.clear();
    }
}
