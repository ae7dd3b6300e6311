package org.isdarts.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.kernel.Kernels.MomentumStep;
import org.isdarts.kernel.Kernels.Term;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every adapter of the {@link Kernels} port must do: each primitive on random numbers gives what the reference in
 * double precision gives, and leaves what it only reads as it was. An adapter's test extends this class.
 */
public abstract class KernelsContractTest {
    private Kernels kernels;

    /** The adapter under test, freshly made. */
    protected abstract Kernels create();

    /** Largest error of a number, as a share of the largest number of its tensor. */
    protected double tolerance() {
        return 1e-5;
    }

    /** A number near this one that images of the adapter hold exactly. */
    protected float representable(float number) {
        return number;
    }

    @BeforeEach
    void open() {
        kernels = create();
    }

    @AfterEach
    void close() {
        kernels.close();
    }

    /** Kernels with the tensors made on them; equal seeds make equal tensors on every kernels. */
    protected final class Workplace {
        private final Kernels kernels;
        private final SplittableRandom random = new SplittableRandom(20);
        private final List<Tensor> tensors = new ArrayList<>();

        Workplace(Kernels kernels) {
            this.kernels = kernels;
        }

        /** Kernels to compute with. */
        public Kernels kernels() {
            return kernels;
        }

        /** A tensor of numbers between -1 and 1. */
        public Tensor random(int... shape) {
            Tensor tensor = kernels.allocate(shape);
            float[] numbers = new float[tensor.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = representable((float) random.nextDouble(-1, 1));
            }
            return filled(tensor, numbers);
        }

        /** A tensor of few different numbers, so that many are equal. */
        Tensor coarse(int... shape) {
            Tensor tensor = kernels.allocate(shape);
            float[] numbers = new float[tensor.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextInt(-3, 0);
            }
            return filled(tensor, numbers);
        }

        Tensor of(float[] numbers, int... shape) {
            return filled(kernels.allocate(shape), numbers);
        }

        private Tensor filled(Tensor tensor, float[] numbers) {
            tensor.write(numbers);
            tensors.add(tensor);
            return tensor;
        }
    }

    /** Something computed the same way on any kernels. */
    @FunctionalInterface
    protected interface Computation {
        void on(Workplace workplace);
    }

    /** Every tensor of the computation, read or written, ends as on the reference kernels. */
    protected final void agreesWithReference(Computation computation) {
        Workplace expected = new Workplace(new ReferenceKernels());
        Workplace actual = new Workplace(kernels);
        computation.on(expected);
        computation.on(actual);
        for (int i = 0; i < expected.tensors.size(); i++) {
            assertAgree(i, numbers(actual.tensors.get(i)), numbers(expected.tensors.get(i)));
        }
    }

    private void assertAgree(int tensor, float[] actual, float[] expected) {
        double largest = Float.MIN_NORMAL;
        for (float number : expected) {
            largest = Math.max(largest, Math.abs(number));
        }
        int worst = 0;
        for (int i = 0; i < expected.length; i++) {
            // Negated, so that a NaN is the worst of all.
            if (!(Math.abs(actual[i] - expected[i]) <= Math.abs(actual[worst] - expected[worst]))) {
                worst = i;
            }
        }
        assertThat((double) actual[worst])
                .as("number %d of tensor %d", worst, tensor)
                .isCloseTo(expected[worst], within(tolerance() * largest));
    }

    /** All numbers of a tensor. */
    protected static float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        tensor.read(numbers);
        return numbers;
    }

    static final List<ConvolutionShape> CONVOLUTIONS = Stream.of(new int[] {3, 6, 8, 8}, new int[] {2, 5, 7, 9})
            .flatMap(input -> Stream.of(
                    ConvolutionShape.dense(input, 4, 1, 1),
                    ConvolutionShape.dense(input, 16, 3, 1),
                    ConvolutionShape.dense(input, 10, 3, 2),
                    ConvolutionShape.dense(input, 6, 1, 2),
                    ConvolutionShape.depthwise(input, 3, 1, 1),
                    ConvolutionShape.depthwise(input, 3, 2, 1),
                    ConvolutionShape.depthwise(input, 3, 1, 2),
                    ConvolutionShape.depthwise(input, 3, 2, 2),
                    ConvolutionShape.depthwise(input, 5, 1, 1),
                    ConvolutionShape.depthwise(input, 5, 2, 1),
                    ConvolutionShape.depthwise(input, 5, 1, 2),
                    ConvolutionShape.depthwise(input, 5, 2, 2)))
            .toList();

    /** As in a net: images of three channels, a vector width of channels, more planes than threads. */
    static final List<ConvolutionShape> CONVOLUTIONS_OF_A_NET = List.of(
            ConvolutionShape.dense(new int[] {4, 3, 32, 32}, 16, 3, 1),
            ConvolutionShape.dense(new int[] {4, 16, 32, 32}, 16, 3, 1),
            ConvolutionShape.dense(new int[] {4, 16, 32, 32}, 32, 3, 2),
            ConvolutionShape.dense(new int[] {4, 64, 8, 8}, 64, 1, 1),
            ConvolutionShape.depthwise(new int[] {4, 16, 32, 32}, 5, 1, 2),
            ConvolutionShape.depthwise(new int[] {4, 64, 8, 8}, 5, 1, 2),
            // The window is larger than the image.
            ConvolutionShape.depthwise(new int[] {4, 8, 2, 2}, 5, 1, 2),
            ConvolutionShape.depthwise(new int[] {4, 8, 1, 1}, 5, 1, 2),
            ConvolutionShape.dense(new int[] {4, 8, 1, 1}, 8, 3, 1));

    static Stream<ConvolutionShape> allConvolutions() {
        return Stream.concat(CONVOLUTIONS.stream(), CONVOLUTIONS_OF_A_NET.stream());
    }

    @ParameterizedTest
    @MethodSource("allConvolutions")
    void convolves(ConvolutionShape shape) {
        agreesWithReference(on -> on.kernels
                .convolution(shape)
                .forward(on.random(shape.input()), on.random(shape.weight()), on.random(shape.output())));
    }

    @ParameterizedTest
    @MethodSource("allConvolutions")
    void convolutionSetsItsGradients(ConvolutionShape shape) {
        agreesWithReference(on -> convolveBackward(on, shape, on.random(shape.input())));
    }

    @ParameterizedTest
    @MethodSource("allConvolutions")
    void convolutionGivesTheWeightGradientAlone(ConvolutionShape shape) {
        agreesWithReference(on -> convolveBackward(on, shape, null));
    }

    @ParameterizedTest
    @MethodSource("allConvolutions")
    void convolutionGivesTheInputGradientAlone(ConvolutionShape shape) {
        agreesWithReference(on -> on.kernels
                .convolution(shape)
                .backward(
                        on.random(shape.input()),
                        on.random(shape.weight()),
                        on.random(shape.output()),
                        on.random(shape.input()),
                        null));
    }

    private static void convolveBackward(Workplace on, ConvolutionShape shape, Tensor inputGradient) {
        on.kernels
                .convolution(shape)
                .backward(
                        on.random(shape.input()),
                        on.random(shape.weight()),
                        on.random(shape.output()),
                        inputGradient,
                        on.random(shape.weight()));
    }

    @Test
    void aPreparedConvolutionServesManyTensors() {
        ConvolutionShape shape = ConvolutionShape.dense(new int[] {2, 4, 6, 6}, 4, 3, 1);
        agreesWithReference(on -> {
            Convolution convolution = on.kernels.convolution(shape);
            for (int use = 0; use < 3; use++) {
                convolution.forward(on.random(shape.input()), on.random(shape.weight()), on.random(shape.output()));
                convolution.backward(
                        on.random(shape.input()),
                        on.random(shape.weight()),
                        on.random(shape.output()),
                        on.random(shape.input()),
                        on.random(shape.weight()));
            }
        });
    }

    @Test
    void convolvesWithSlicesOfAVector() {
        ConvolutionShape shape = ConvolutionShape.dense(new int[] {2, 4, 6, 6}, 5, 3, 1);
        agreesWithReference(on -> {
            Tensor values = on.random(3 + 5 * 4 * 9 + 2);
            Tensor gradients = on.random(3 + 5 * 4 * 9 + 2);
            Tensor weight = on.kernels.slice(values, 3, shape.weight());
            Tensor weightGradient = on.kernels.slice(gradients, 3, shape.weight());
            Convolution convolution = on.kernels.convolution(shape);
            convolution.forward(on.random(shape.input()), weight, on.random(shape.output()));
            convolution.backward(
                    on.random(shape.input()),
                    weight,
                    on.random(shape.output()),
                    on.random(shape.input()),
                    weightGradient);
        });
    }

    static final int[][] IMAGES = {{3, 5, 7, 6}, {4, 16, 8, 8}, {2, 3, 33, 31}, {6, 4, 1, 1}};

    static Stream<Arguments> norms() {
        return Stream.of(IMAGES).flatMap(shape -> Stream.of(true, false).map(affine -> Arguments.of(shape, affine)));
    }

    /** A norm's statistics, to be taken by a forward pass. */
    private record Statistics(Tensor mean, Tensor variance) {
        static Statistics on(Workplace on, int channels) {
            return new Statistics(on.random(channels), on.random(channels));
        }
    }

    @ParameterizedTest
    @MethodSource("norms")
    void batchNormNormalizesByTheStatisticsItTakes(int[] shape, boolean affine) {
        agreesWithReference(on -> on.kernels
                .batchNorm(shape)
                .forward(
                        on.random(shape),
                        affine(on, affine, shape[1]),
                        on.random(shape[1]),
                        on.random(shape[1]),
                        on.random(shape)));
    }

    @Test
    void batchNormTakesStatisticsFarFromZero() {
        int[] shape = {4, 3, 9, 9};
        agreesWithReference(on -> {
            Tensor input = on.random(shape);
            float[] far = numbers(input);
            for (int i = 0; i < far.length; i++) {
                // Between 64 and 128 bfloat16 holds halves, and nothing finer.
                far[i] = 100 + Math.round(2 * far[i]) / 2f;
            }
            input.write(far);
            // The output is not compared: float32 holds the input's distance from its mean to four digits only.
            on.kernels.batchNorm(shape).forward(input, null, on.random(3), on.random(3), on.kernels.allocate(shape));
        });
    }

    static Stream<Arguments> normsAndFactors() {
        return norms().flatMap(
                        norm -> Stream.of(1, 0.125).map(factor -> Arguments.of(norm.get()[0], norm.get()[1], factor)));
    }

    @ParameterizedTest
    @MethodSource("normsAndFactors")
    void batchNormGivesItsGradients(int[] shape, boolean affine, double factor) {
        agreesWithReference(on -> {
            Tensor input = on.random(shape);
            BatchNorm norm = on.kernels.batchNorm(shape);
            BatchNorm.Affine parameters = affine(on, affine, shape[1]);
            Statistics statistics = Statistics.on(on, shape[1]);
            norm.forward(input, parameters, statistics.mean, statistics.variance, on.random(shape));
            norm.backward(
                    input,
                    parameters,
                    statistics.mean,
                    statistics.variance,
                    factor,
                    on.random(shape),
                    on.random(shape));
        });
    }

    private static BatchNorm.Affine affine(Workplace on, boolean affine, int channels) {
        return affine
                ? new BatchNorm.Affine(
                        on.random(channels), on.random(channels), on.random(channels), on.random(channels))
                : null;
    }

    @Test
    void batchNormUsesStatisticsOfOtherBatches() {
        int[] shape = {3, 4, 5, 5};
        agreesWithReference(on -> on.kernels
                .batchNorm(shape)
                .evaluate(
                        on.random(shape),
                        affine(on, true, 4),
                        on.of(new float[] {0.1f, -0.4f, 0, 2}, 4),
                        on.of(new float[] {0.5f, 1, 3, 0}, 4),
                        on.random(shape)));
    }

    @Test
    void batchNormOfAConstantChannelIsZeroAndItsGradientFinite() {
        int[] shape = {2, 2, 3, 3};
        agreesWithReference(on -> {
            Tensor input = on.of(new float[2 * 2 * 9], shape);
            Statistics statistics = Statistics.on(on, 2);
            BatchNorm norm = on.kernels.batchNorm(shape);
            norm.forward(input, null, statistics.mean, statistics.variance, on.random(shape));
            norm.backward(input, null, statistics.mean, statistics.variance, 0.2, on.random(shape), on.random(shape));
        });
    }

    static final List<PoolingShape> POOLINGS = Stream.of(PoolingShape.Kind.values())
            .flatMap(kind -> Stream.of(
                    new PoolingShape(kind, 2, 5, 8, 8, 3, 1, 1),
                    new PoolingShape(kind, 2, 5, 8, 8, 3, 2, 1),
                    new PoolingShape(kind, 2, 5, 8, 8, 2, 2, 0),
                    new PoolingShape(kind, 3, 3, 7, 5, 3, 1, 1),
                    new PoolingShape(kind, 3, 3, 7, 5, 3, 2, 1),
                    new PoolingShape(kind, 3, 3, 7, 5, 2, 2, 0),
                    new PoolingShape(kind, 2, 16, 32, 32, 3, 1, 1),
                    new PoolingShape(kind, 4, 2, 2, 2, 3, 1, 1),
                    new PoolingShape(kind, 4, 2, 1, 1, 3, 1, 1)))
            .toList();

    @ParameterizedTest
    @FieldSource("POOLINGS")
    void pools(PoolingShape shape) {
        agreesWithReference(
                on -> on.kernels.pooling(shape).forward(on.random(input(shape)), on.random(shape.output())));
    }

    @ParameterizedTest
    @FieldSource("POOLINGS")
    void poolingDoesNotSeeThePadding(PoolingShape shape) {
        agreesWithReference(
                on -> on.kernels.pooling(shape).forward(on.coarse(input(shape)), on.random(shape.output())));
    }

    @ParameterizedTest
    @FieldSource("POOLINGS")
    void poolingSetsItsGradient(PoolingShape shape) {
        agreesWithReference(on -> on.kernels
                .pooling(shape)
                .backward(on.random(input(shape)), on.random(shape.output()), on.random(input(shape))));
    }

    @ParameterizedTest
    @FieldSource("POOLINGS")
    void theFirstOfEqualMaximaTakesTheGradient(PoolingShape shape) {
        agreesWithReference(on -> on.kernels
                .pooling(shape)
                .backward(on.coarse(input(shape)), on.random(shape.output()), on.random(input(shape))));
    }

    private static int[] input(PoolingShape shape) {
        return new int[] {shape.images(), shape.channels(), shape.height(), shape.width()};
    }

    @Test
    void rectifies() {
        agreesWithReference(on -> on.kernels.relu(on.random(3, 7, 33, 31), on.random(3, 7, 33, 31)));
    }

    @Test
    void rectifierPassesTheGradientWhereItWasOpen() {
        agreesWithReference(on -> {
            Tensor output = on.random(3, 7, 33, 31);
            on.kernels.relu(on.random(3, 7, 33, 31), output);
            on.kernels.reluBackward(output, on.random(3, 7, 33, 31), on.random(3, 7, 33, 31));
        });
    }

    @Test
    void rectifiesAGradientInPlace() {
        agreesWithReference(on -> {
            Tensor gradient = on.random(3, 7, 33, 31);
            on.kernels.reluBackward(on.random(3, 7, 33, 31), gradient, gradient);
        });
    }

    @Test
    void rectifierIsShutAtZero() {
        agreesWithReference(on -> on.kernels.reluBackward(
                on.of(new float[] {0, 1, 0, 2}, 1, 1, 2, 2), on.random(1, 1, 2, 2), on.random(1, 1, 2, 2)));
    }

    static final List<double[]> FACTORS = List.of(
            new double[] {1},
            new double[] {-0.3},
            new double[] {0.2, 0.2, 0.2, 0.2},
            new double[] {1, 0.2, 1, 0.2, 0.2},
            new double[] {0.9, 0.1},
            new double[] {3, 1, 2},
            new double[] {-1, 0, 0.5, 0},
            new double[] {0, 0},
            IntStream.range(0, 40).mapToDouble(i -> i % 3).toArray());

    @ParameterizedTest
    @FieldSource("FACTORS")
    void sumsImages(double[] factors) {
        agreesWithReference(on -> on.kernels.sum(terms(on, factors, 3, 5, 4, 4), on.random(3, 5, 4, 4)));
    }

    @ParameterizedTest
    @FieldSource("FACTORS")
    void sumsVectors(double[] factors) {
        agreesWithReference(on -> on.kernels.sum(terms(on, factors, 5001), on.random(5001)));
    }

    @ParameterizedTest
    @FieldSource("FACTORS")
    void sumsIntoItsLastTerm(double[] factors) {
        agreesWithReference(on -> {
            List<Term> terms = terms(on, factors, 2, 16, 5, 3);
            on.kernels.sum(terms, terms.get(factors.length - 1).tensor());
        });
    }

    @Test
    void aSumOfNothingIsZero() {
        agreesWithReference(on -> on.kernels.sum(List.of(), on.random(3, 5, 4, 4)));
    }

    private static List<Term> terms(Workplace on, double[] factors, int... shape) {
        return DoubleStream.of(factors)
                .mapToObj(factor -> new Term(factor, on.random(shape)))
                .toList();
    }

    @Test
    void fills() {
        agreesWithReference(on -> {
            on.kernels.fill(on.random(9000), 0.25);
            on.kernels.fill(on.random(2, 3, 4, 5), 0);
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 5", "1, 4, 3", "4, 6, 1"})
    void copiesChannels(int from, int to, int count) {
        agreesWithReference(
                on -> on.kernels.copyChannels(on.random(3, 5, 6, 7), from, on.random(3, 8, 6, 7), to, count));
    }

    @ParameterizedTest
    @CsvSource({"0, 32", "16, 0"})
    void copiesBlocksOfChannels(int from, int to) {
        agreesWithReference(
                on -> on.kernels.copyChannels(on.random(2, 32, 6, 7), from, on.random(2, 64, 6, 7), to, 16));
    }

    @ParameterizedTest
    @CsvSource({"0, 8, 8", "1, 8, 8", "0, 7, 5", "1, 7, 5"})
    void takesEverySecondPixel(int offset, int height, int width) {
        agreesWithReference(on -> on.kernels.subsample(
                on.random(3, 4, height, width), offset, on.random(3, 4, (height + 1) / 2, (width + 1) / 2)));
    }

    @ParameterizedTest
    @CsvSource({"0, 8, 8", "1, 8, 8", "0, 7, 5", "1, 7, 5"})
    void putsTheGradientAtEverySecondPixel(int offset, int height, int width) {
        agreesWithReference(on -> on.kernels.subsampleBackward(
                on.random(3, 4, (height + 1) / 2, (width + 1) / 2), offset, on.random(3, 4, height, width)));
    }

    @ParameterizedTest
    @CsvSource({"3, 4, 8, 6", "2, 20, 4, 4", "1, 3, 2, 2"})
    void takesImagesApartAndPutsThemTogether(int images, int channels, int height, int width) {
        agreesWithReference(on -> {
            on.kernels.split(
                    on.random(images, channels, height, width), on.random(4 * images, channels, height / 2, width / 2));
            on.kernels.join(
                    on.random(4 * images, channels, height / 2, width / 2), on.random(images, channels, height, width));
        });
    }

    @ParameterizedTest
    @FieldSource("IMAGES")
    void averagesOverPixels(int[] shape) {
        agreesWithReference(on -> {
            on.kernels.globalAverage(on.random(shape), on.random(shape[0], shape[1]));
            on.kernels.globalAverageBackward(on.random(shape[0], shape[1]), on.random(shape));
        });
    }

    @Test
    void tellsHowFarTheChannelsOfImagesLieApart() {
        ChannelSpread expected =
                new ReferenceKernels().channelSpread(new Workplace(new ReferenceKernels()).random(3, 16, 7, 5));
        ChannelSpread actual = kernels.channelSpread(new Workplace(kernels).random(3, 16, 7, 5));
        assertThat(actual.variance()).containsExactly(expected.variance(), within(1e-9));
        assertThat(actual.fisher()).containsExactly(expected.fisher(), within(1e-9));
    }

    @Test
    void equalChannelsOfAPixelMakeFisherInfinite() {
        float[] equal = {0.5f, 1, 0.5f, 2};
        ChannelSpread spread = kernels.channelSpread(new Workplace(kernels).of(equal, 1, 2, 1, 2));
        assertThat(spread.fisher()).containsExactly(Double.POSITIVE_INFINITY);
        assertThat(spread.variance()).containsExactly(1.0 / 6);
    }

    @Test
    void classifies() {
        agreesWithReference(
                on -> on.kernels.linear(on.random(7, 12), on.random(10, 12), on.random(10), on.random(7, 10)));
    }

    @Test
    void classifierSetsItsGradients() {
        agreesWithReference(on -> on.kernels.linearBackward(
                on.random(7, 12),
                on.random(10, 12),
                on.random(7, 10),
                on.random(7, 12),
                on.random(10, 12),
                on.random(10)));
    }

    @Test
    void crossEntropyHasItsGradient() {
        agreesWithReference(on -> on.kernels.crossEntropyBackward(
                on.random(4, 10), on.of(new float[] {0, 9, 3, 3}, 4), on.random(4, 10)));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        agreesWithReference(on -> on.kernels.crossEntropyBackward(
                on.of(new float[] {1000, 0, -1000, 0}, 2, 2), on.of(new float[] {1, 1}, 2), on.random(2, 2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 4096, 10001})
    void sumsSquares(int size) {
        double expected = new ReferenceKernels().sumOfSquares(new Workplace(new ReferenceKernels()).random(size));
        assertThat(kernels.sumOfSquares(new Workplace(kernels).random(size)))
                .isCloseTo(expected, within(1e-6 * expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 4096, 10001})
    void descendsWithNesterovsMomentum(int size) {
        agreesWithReference(on -> descend(on, size, MomentumStep.nesterov(0.4, 3e-4, 0.9, 0.025)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 4096, 10001})
    void multipliesVectors(int size) {
        assertThat(dot(kernels, size)).isCloseTo(dot(new ReferenceKernels(), size), within(1e-6 * size));
    }

    @ParameterizedTest
    @FieldSource("IMAGES")
    void multipliesImages(int[] shape) {
        double size = (double) shape[0] * shape[1] * shape[2] * shape[3];
        assertThat(dot(kernels, shape)).isCloseTo(dot(new ReferenceKernels(), shape), within(1e-6 * size));
    }

    private double dot(Kernels computing, int... shape) {
        Workplace on = new Workplace(computing);
        return computing.dot(on.random(shape), on.random(shape));
    }

    /** What an adapter keeps beside the images, to fill up blocks of channels, adds nothing. */
    @ParameterizedTest
    @FieldSource("IMAGES")
    void multipliesWhatPrimitivesHaveWritten(int[] shape) {
        double[] expected = squaresOfResults(new ReferenceKernels(), shape);
        double[] actual = squaresOfResults(kernels, shape);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(5 * tolerance() * expected[i]));
        }
    }

    private double[] squaresOfResults(Kernels computing, int[] shape) {
        Workplace on = new Workplace(computing);
        Tensor normal = on.random(shape);
        BatchNorm.Affine affine = new BatchNorm.Affine(
                on.random(shape[1]), on.random(shape[1]), on.random(shape[1]), on.random(shape[1]));
        computing.batchNorm(shape).forward(on.random(shape), affine, on.random(shape[1]), on.random(shape[1]), normal);
        PoolingShape window =
                new PoolingShape(PoolingShape.Kind.AVERAGE, shape[0], shape[1], shape[2], shape[3], 3, 1, 1);
        Tensor pooled = on.random(shape);
        computing.pooling(window).forward(on.random(shape), pooled);
        return new double[] {computing.dot(normal, normal), computing.dot(pooled, pooled)};
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 4096, 10001})
    void descendsWithPolyaksMomentum(int size) {
        agreesWithReference(on -> descend(on, size, MomentumStep.polyak(0.4, 3e-4, 0.9, 0.025)));
    }

    private static void descend(Workplace on, int size, MomentumStep step) {
        on.kernels.descend(on.random(size), on.random(size), on.random(size), step);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 16, 36})
    void scalesEveryImageByItsFactor(int channels) {
        agreesWithReference(on -> on.kernels.scaleImages(
                on.random(4, channels, 6, 5), on.of(new float[] {0, 1.25f, -2, 1}, 4), on.random(4, channels, 6, 5)));
    }

    @Test
    void scalesImagesInPlace() {
        agreesWithReference(on -> {
            Tensor images = on.random(2, 20, 3, 3);
            on.kernels.scaleImages(images, on.of(new float[] {0, 2}, 2), images);
        });
    }

    @Test
    void aNewTensorIsZero() {
        assertThat(numbers(kernels.allocate(2, 3, 5, 7))).containsOnly(0);
    }

    @Test
    void aTensorInMemoryThatWasGivenBackIsZero() {
        Tensor first = kernels.allocate(2, 3, 5, 7);
        kernels.fill(first, 1);
        kernels.release(first);
        assertThat(numbers(kernels.allocate(2, 3, 5, 7))).containsOnly(0);
    }

    @Test
    void givingATensorBackLeavesTheOthersAlone() {
        Tensor kept = kernels.allocate(2, 3, 5, 7);
        Tensor released = kernels.allocate(2, 3, 5, 7);
        kernels.fill(kept, 1);
        kernels.release(released);
        kernels.fill(kernels.allocate(2, 3, 5, 7), 2);
        assertThat(numbers(kept)).containsOnly(1);
    }

    @Test
    void readsWhatWasWritten() {
        Workplace on = new Workplace(kernels);
        float[] written = new float[2 * 3 * 5 * 7];
        for (int i = 0; i < written.length; i++) {
            written[i] = i;
        }
        assertThat(numbers(on.of(written, 2, 3, 5, 7))).containsExactly(written);
    }

    @Test
    void readsAndWritesTheFirstPlacesOfALongerArray() {
        Tensor tensor = kernels.allocate(3);
        tensor.write(new float[] {1, 2, 3, 4});
        float[] target = {9, 9, 9, 9};
        tensor.read(target);
        assertThat(target).containsExactly(1, 2, 3, 9);
    }

    @Test
    void aTensorKnowsItsShape() {
        Tensor tensor = kernels.allocate(2, 3, 5, 7);
        assertThat(tensor.shape()).containsExactly(2, 3, 5, 7);
        assertThat(tensor.size()).isEqualTo(210);
    }

    @Test
    void aSliceSharesTheMemoryOfItsVector() {
        Tensor vector = kernels.allocate(10);
        Tensor slice = kernels.slice(vector, 3, 2, 2);
        slice.write(new float[] {1, 2, 3, 4});
        assertThat(numbers(vector)).containsExactly(0, 0, 0, 1, 2, 3, 4, 0, 0, 0);
        vector.write(new float[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
        assertThat(slice.shape()).containsExactly(2, 2);
        assertThat(numbers(slice)).containsExactly(6, 5, 4, 3);
    }

    @Test
    void equalWorkGivesEqualBits() {
        List<Tensor> first = manyPrimitives();
        List<Tensor> second = manyPrimitives();
        for (int i = 0; i < first.size(); i++) {
            assertThat(numbers(second.get(i))).as("tensor %d", i).isEqualTo(numbers(first.get(i)));
        }
    }

    /** Tensors of one run through the primitives whose sums are long. */
    private List<Tensor> manyPrimitives() {
        Workplace on = new Workplace(kernels);
        for (ConvolutionShape shape : CONVOLUTIONS_OF_A_NET) {
            convolveBackward(on, shape, on.random(shape.input()));
        }
        int[] shape = {4, 16, 8, 8};
        Tensor input = on.random(shape);
        Statistics statistics = Statistics.on(on, 16);
        BatchNorm norm = on.kernels.batchNorm(shape);
        BatchNorm.Affine affine = affine(on, true, 16);
        norm.forward(input, affine, statistics.mean, statistics.variance, on.random(shape));
        norm.backward(input, affine, statistics.mean, statistics.variance, 1, on.random(shape), on.random(shape));
        on.kernels.linearBackward(
                on.random(7, 12),
                on.random(10, 12),
                on.random(7, 10),
                on.random(7, 12),
                on.random(10, 12),
                on.random(10));
        return on.tensors;
    }

    @Test
    void compiledPrimitivesReadTheirTensorsAnewWheneverTheyRun() {
        agreesWithReference(on -> {
            int[] shape = {2, 5, 4, 4};
            Tensor input = on.random(shape);
            Tensor positive = on.random(shape);
            Tensor total = on.random(shape);
            Kernels kernels = on.kernels();
            try (Compiled both = kernels.compiled(
                    () -> {
                        kernels.relu(input, positive);
                        kernels.sum(List.of(new Term(1, total), new Term(0.5, positive)), total);
                    },
                    List.of(positive, total))) {
                for (int turn = 0; turn < 4; turn++) {
                    input.write(numbers(on.random(shape)));
                    both.run();
                }
            }
        });
    }
}
