package org.isdarts.kernel.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The reference kernels by their definition: small examples by hand, and every backward primitive by central
 * differences of {@code sum of outputGradient x output}.
 */
class ReferenceKernelsTest {
    private static final double STEP = 1e-5;

    private final ReferenceKernels kernels = new ReferenceKernels();
    private final Random random = new Random(4);

    /** Numbers at least 0.02 apart and 0.01 from zero, so that a small step changes neither a maximum nor a sign. */
    private ReferenceTensor random(int... shape) {
        ReferenceTensor tensor = kernels.allocate(shape);
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < tensor.size(); i++) {
            numbers.add(0.02 * (i - tensor.size() / 2) + 0.01);
        }
        Collections.shuffle(numbers, random);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.set(i, numbers.get(i));
        }
        return tensor;
    }

    private ReferenceTensor of(double... numbers) {
        ReferenceTensor tensor = kernels.allocate(1, 1, 1, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            tensor.set(i, numbers[i]);
        }
        return tensor;
    }

    private static double[] numbers(Tensor tensor) {
        double[] numbers = new double[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ((ReferenceTensor) tensor).get(i);
        }
        return numbers;
    }

    /** Checks {@code gradient} of {@code sum of outputGradient x output} with respect to {@code variable}. */
    private static void assertGradient(
            Runnable forward,
            ReferenceTensor output,
            ReferenceTensor outputGradient,
            ReferenceTensor variable,
            double[] gradient) {
        for (int i = 0; i < variable.size(); i++) {
            double value = variable.get(i);
            variable.set(i, value + STEP);
            forward.run();
            double above = dot(output, outputGradient);
            variable.set(i, value - STEP);
            forward.run();
            double below = dot(output, outputGradient);
            variable.set(i, value);
            double difference = (above - below) / (2 * STEP);
            assertThat(gradient[i]).as("place %d", i).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
        }
    }

    private static double dot(ReferenceTensor left, ReferenceTensor right) {
        double sum = 0;
        for (int i = 0; i < left.size(); i++) {
            sum += left.get(i) * right.get(i);
        }
        return sum;
    }

    static final List<ConvolutionShape> CONVOLUTIONS = Stream.of(new int[] {2, 3, 5, 4}, new int[] {1, 2, 6, 6})
            .flatMap(input -> Stream.of(
                    ConvolutionShape.dense(input, 2, 1, 1),
                    ConvolutionShape.dense(input, 2, 3, 1),
                    ConvolutionShape.dense(input, 4, 3, 2),
                    ConvolutionShape.depthwise(input, 3, 1, 1),
                    ConvolutionShape.depthwise(input, 3, 2, 2),
                    ConvolutionShape.depthwise(input, 5, 2, 1),
                    ConvolutionShape.depthwise(input, 5, 1, 2)))
            .toList();

    @ParameterizedTest
    @FieldSource("CONVOLUTIONS")
    void convolutionGradients(ConvolutionShape shape) {
        Convolution convolution = kernels.convolution(shape);
        ReferenceTensor input = random(shape.input());
        ReferenceTensor weight = random(shape.weight());
        ReferenceTensor output = kernels.allocate(shape.output());
        ReferenceTensor outputGradient = random(shape.output());
        ReferenceTensor inputGradient = random(shape.input());
        ReferenceTensor weightGradient = random(shape.weight());
        Runnable forward = () -> convolution.forward(input, weight, output);

        convolution.backward(input, weight, outputGradient, inputGradient, weightGradient);

        assertGradient(forward, output, outputGradient, input, numbers(inputGradient));
        assertGradient(forward, output, outputGradient, weight, numbers(weightGradient));
    }

    @Test
    void theGradientOfCrossEntropyIsSoftmaxMinusOneHotOverTheImages() {
        Tensor logits = kernels.allocate(2, 2);
        logits.write(new float[] {0, (float) Math.log(3), 0, 0});
        ReferenceTensor gradient = kernels.allocate(2, 2);
        kernels.crossEntropyBackward(logits, of(0, 1), gradient);
        assertThat(new double[] {gradient.get(0), gradient.get(1), gradient.get(2), gradient.get(3)})
                .containsExactly(new double[] {-0.375, 0.375, 0.25, -0.25}, within(1e-7));
    }

    @Test
    void convolutionCorrelatesWithoutTurningItsWindow() {
        ReferenceTensor output = kernels.allocate(1, 1, 3, 3);
        ReferenceTensor input = kernels.allocate(1, 1, 3, 3);
        ReferenceTensor weight = kernels.allocate(1, 1, 3, 3);
        for (int i = 0; i < 9; i++) {
            input.set(i, i + 1);
        }
        weight.set(5, 1);
        kernels.convolution(ConvolutionShape.dense(input.shape(), 1, 3, 1)).forward(input, weight, output);
        assertThat(numbers(output)).containsExactly(2, 3, 0, 5, 6, 0, 8, 9, 0);
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1", "false, 0.2", "true, 0.2"})
    void batchNormGradients(boolean withParameters, double factor) {
        int[] shape = {3, 2, 3, 2};
        BatchNorm norm = kernels.batchNorm(shape);
        ReferenceTensor input = random(shape);
        ReferenceTensor gamma = random(2);
        ReferenceTensor beta = random(2);
        ReferenceTensor gammaGradient = random(2);
        ReferenceTensor betaGradient = random(2);
        BatchNorm.Affine affine =
                withParameters ? new BatchNorm.Affine(gamma, beta, gammaGradient, betaGradient) : null;
        ReferenceTensor mean = kernels.allocate(2);
        ReferenceTensor variance = kernels.allocate(2);
        ReferenceTensor output = kernels.allocate(shape);
        ReferenceTensor outputGradient = random(shape);
        ReferenceTensor inputGradient = random(shape);
        Runnable forward = () -> {
            norm.forward(input, affine, mean, variance, output);
            kernels.sum(List.of(new Kernels.Term(factor, output)), output);
        };

        forward.run();
        norm.backward(input, affine, mean, variance, factor, outputGradient, inputGradient);

        assertGradient(forward, output, outputGradient, input, numbers(inputGradient));
        if (withParameters) {
            assertGradient(forward, output, outputGradient, gamma, numbers(gammaGradient));
            assertGradient(forward, output, outputGradient, beta, numbers(betaGradient));
        }
    }

    @Test
    void batchNormGivesMeanZeroAndVarianceOne() {
        int[] shape = {4, 1, 5, 5};
        BatchNorm norm = kernels.batchNorm(shape);
        ReferenceTensor input = random(shape);
        ReferenceTensor mean = kernels.allocate(1);
        ReferenceTensor variance = kernels.allocate(1);
        ReferenceTensor output = kernels.allocate(shape);
        norm.forward(input, null, mean, variance, output);
        ReferenceTensor outputMean = kernels.allocate(1);
        ReferenceTensor outputVariance = kernels.allocate(1);
        norm.forward(output, null, outputMean, outputVariance, input);
        assertThat(outputMean.get(0)).isCloseTo(0, within(1e-12));
        assertThat(outputVariance.get(0)).isCloseTo(1, within(1e-4));
    }

    static final List<PoolingShape> POOLINGS = Stream.of(PoolingShape.Kind.values())
            .flatMap(kind -> Stream.of(
                    new PoolingShape(kind, 2, 2, 5, 4, 3, 1, 1),
                    new PoolingShape(kind, 1, 2, 6, 6, 3, 2, 1),
                    new PoolingShape(kind, 1, 2, 5, 4, 2, 2, 0)))
            .toList();

    @ParameterizedTest
    @FieldSource("POOLINGS")
    void poolingGradients(PoolingShape shape) {
        Pooling pooling = kernels.pooling(shape);
        ReferenceTensor input = random(shape.images(), shape.channels(), shape.height(), shape.width());
        ReferenceTensor output = kernels.allocate(shape.output());
        ReferenceTensor outputGradient = random(shape.output());
        ReferenceTensor inputGradient = random(input.shape());

        pooling.backward(input, outputGradient, inputGradient);

        assertGradient(() -> pooling.forward(input, output), output, outputGradient, input, numbers(inputGradient));
    }

    @Test
    void averagePoolingDividesByThePixelsInside() {
        ReferenceTensor output = kernels.allocate(1, 1, 1, 4);
        kernels.pooling(new PoolingShape(PoolingShape.Kind.AVERAGE, 1, 1, 1, 4, 3, 1, 1))
                .forward(of(1, 3, 5, 8), output);
        assertThat(numbers(output)).containsExactly(2, 3, 16.0 / 3, 6.5);
    }

    @Test
    void maximumPoolingGivesTheGradientToTheFirstMaximum() {
        ReferenceTensor gradient = kernels.allocate(1, 1, 1, 4);
        kernels.pooling(new PoolingShape(PoolingShape.Kind.MAXIMUM, 1, 1, 1, 4, 3, 1, 1))
                .backward(of(-7, -7, -9, -9), of(1, 10, 100, 1000), gradient);
        assertThat(numbers(gradient)).containsExactly(11, 100, 1000, 0);
    }

    @Test
    void rectifierGradients() {
        ReferenceTensor input = random(2, 3, 4, 5);
        ReferenceTensor output = kernels.allocate(2, 3, 4, 5);
        ReferenceTensor outputGradient = random(2, 3, 4, 5);
        ReferenceTensor inputGradient = random(2, 3, 4, 5);
        kernels.relu(input, output);

        kernels.reluBackward(output, outputGradient, inputGradient);

        assertGradient(() -> kernels.relu(input, output), output, outputGradient, input, numbers(inputGradient));
    }

    @ParameterizedTest
    @CsvSource({"0, 6", "1, 6", "0, 5", "1, 5"})
    void subsamplingGradients(int offset, int side) {
        int half = (side + 1) / 2;
        ReferenceTensor input = random(2, 2, side, side);
        ReferenceTensor output = kernels.allocate(2, 2, half, half);
        ReferenceTensor outputGradient = random(2, 2, half, half);
        ReferenceTensor inputGradient = random(2, 2, side, side);

        kernels.subsampleBackward(outputGradient, offset, inputGradient);

        assertGradient(
                () -> kernels.subsample(input, offset, output), output, outputGradient, input, numbers(inputGradient));
    }

    @Test
    void subsamplingGivesZeroOutsideTheImage() {
        ReferenceTensor input = random(1, 1, 3, 3);
        ReferenceTensor output = random(1, 1, 2, 2);
        kernels.subsample(input, 1, output);
        assertThat(numbers(output)).containsExactly(input.get(4), 0, 0, 0);
    }

    @Test
    void phasesAreThePixelsOfEverySecondRowAndColumn() {
        ReferenceTensor images = random(1, 1, 2, 4);
        ReferenceTensor phases = random(4, 1, 1, 2);
        kernels.split(images, phases);
        assertThat(numbers(phases))
                .containsExactly(
                        images.get(0),
                        images.get(2),
                        images.get(1),
                        images.get(3),
                        images.get(4),
                        images.get(6),
                        images.get(5),
                        images.get(7));
    }

    @Test
    void joiningUndoesSplitting() {
        ReferenceTensor images = random(2, 3, 4, 6);
        ReferenceTensor phases = random(8, 3, 2, 3);
        ReferenceTensor joined = random(2, 3, 4, 6);
        kernels.split(images, phases);
        kernels.join(phases, joined);
        assertThat(numbers(joined)).containsExactly(numbers(images));
    }

    @Test
    void globalAverageGradients() {
        ReferenceTensor input = random(2, 3, 4, 5);
        ReferenceTensor output = kernels.allocate(2, 3);
        ReferenceTensor outputGradient = random(2, 3);
        ReferenceTensor inputGradient = random(2, 3, 4, 5);
        kernels.globalAverageBackward(outputGradient, inputGradient);
        assertGradient(
                () -> kernels.globalAverage(input, output), output, outputGradient, input, numbers(inputGradient));
    }

    @Test
    void classifierGradients() {
        ReferenceTensor input = random(3, 4);
        ReferenceTensor weight = random(5, 4);
        ReferenceTensor bias = random(5);
        ReferenceTensor output = kernels.allocate(3, 5);
        ReferenceTensor outputGradient = random(3, 5);
        ReferenceTensor inputGradient = random(3, 4);
        ReferenceTensor weightGradient = random(5, 4);
        ReferenceTensor biasGradient = random(5);
        Runnable forward = () -> kernels.linear(input, weight, bias, output);

        kernels.linearBackward(input, weight, outputGradient, inputGradient, weightGradient, biasGradient);

        assertGradient(forward, output, outputGradient, input, numbers(inputGradient));
        assertGradient(forward, output, outputGradient, weight, numbers(weightGradient));
        assertGradient(forward, output, outputGradient, bias, numbers(biasGradient));
    }

    /** Two steps by hand: g = 0.5 x 2 + 0.1 x 1 = 1.1, v = 1.1, w = 1 - 0.1 (1.1 + 0.9 x 1.1) = 0.791, and so on. */
    @Test
    void descendsByNesterovMomentum() {
        ReferenceTensor value = of(1);
        ReferenceTensor velocity = of(0);
        Kernels.MomentumStep step = Kernels.MomentumStep.nesterov(0.5, 0.1, 0.9, 0.1);
        kernels.descend(value, of(2), velocity, step);
        assertThat(value.get(0)).isCloseTo(0.791, within(1e-12));
        kernels.descend(value, of(-2), velocity, step);
        assertThat(velocity.get(0)).isCloseTo(0.9 * 1.1 - 1 + 0.0791, within(1e-12));
        assertThat(value.get(0)).isCloseTo(0.791 - 0.1 * (-0.9209 + 0.9 * 0.0691), within(1e-12));
    }

    /** Two steps by hand: g = 1.1, v = 1.1, w = 1 - 0.1 x 1.1 = 0.89; g = -1 + 0.089, v = 0.99 - 0.911. */
    @Test
    void descendsByPolyaksMomentum() {
        ReferenceTensor value = of(1);
        ReferenceTensor velocity = of(0);
        Kernels.MomentumStep step = Kernels.MomentumStep.polyak(0.5, 0.1, 0.9, 0.1);
        kernels.descend(value, of(2), velocity, step);
        assertThat(value.get(0)).isCloseTo(0.89, within(1e-12));
        kernels.descend(value, of(-2), velocity, step);
        assertThat(velocity.get(0)).isCloseTo(0.079, within(1e-12));
        assertThat(value.get(0)).isCloseTo(0.89 - 0.0079, within(1e-12));
    }

    @Test
    void scalesEveryImageByItsOwnFactor() {
        ReferenceTensor images = of(1, 2, 3, 4);
        ReferenceTensor scaled = random(2, 1, 1, 2);
        kernels.scaleImages(images, of(0, 1.5), scaled);
        assertThat(numbers(scaled)).containsExactly(0, 0, 4.5, 6);
    }
}
