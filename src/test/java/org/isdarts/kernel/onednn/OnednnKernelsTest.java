package org.isdarts.kernel.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsContractTest;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Supernet;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.strategy.isdarts.ImportanceMeter;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OnednnKernelsTest {
    @Nested
    class WithOneThread extends KernelsContractTest {
        @Override
        protected Kernels create() {
            return new OnednnKernels(1);
        }
    }

    @Nested
    class WithTwoThreads extends KernelsContractTest {
        @Override
        protected Kernels create() {
            return new OnednnKernels(2);
        }
    }

    @Nested
    class InBfloat16 extends KernelsContractTest {
        @Override
        protected Kernels create() {
            return new OnednnKernels(2, Precision.BFLOAT16);
        }

        /** Images have eight significant bits: half a unit in the last place is 1/512 of a number. */
        @Override
        protected double tolerance() {
            return 0.01;
        }

        @Override
        protected float representable(float number) {
            return Float.intBitsToFloat(Float.floatToIntBits(number) & 0xFFFF0000);
        }
    }

    /** What an operation tells of its input must not hang on how a net was trained. */
    @Test
    void netThatTrainsInBfloat16IsMeasuredAsInFloat32() {
        assertThat(importance(Precision.BFLOAT16)).isDeepEqualTo(importance(Precision.FLOAT32));
    }

    private static double[][] importance(Precision precision) {
        float[] images = new float[4 * 3 * 32 * 32];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) Math.sin(i);
        }
        Map<CellType, Mask> masks = Map.of(CellType.NORMAL, Mask.full(NasBench201.SPACE));
        NetworkSize size = new NetworkSize(16, 1, 10, 32, 32);
        try (Kernels kernels = new OnednnKernels(2, precision);
                Supernet net = new Supernet(kernels, NasBench201.SPACE, size, masks, 1)) {
            ImportanceMeter meter = new ImportanceMeter(net, 4);
            meter.add(images, 4);
            return meter.values(CellType.NORMAL, IsDartsScores.FISHER);
        }
    }

    /** Sixteen channels are computed by other code than more of them, here those of an empty second block. */
    @Test
    void convolvesOneBlockOfChannelsToTheBitAsTheFirstOfTwo() {
        try (Kernels kernels = new OnednnKernels(1)) {
            float[] images = new float[2 * 16 * 32 * 32];
            float[] weights = new float[16 * 16 * 9];
            for (int i = 0; i < images.length; i++) {
                images[i] = (float) Math.sin(i);
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) Math.cos(i);
            }
            float[] one = convolved(kernels, 16, images, weights);
            float[] two = convolved(
                    kernels,
                    32,
                    inTwoBlocks(images, 16 * 32 * 32),
                    inTwoBlocks(inTwoBlocks(weights, 16 * 9), 2 * weights.length));

            assertThat(inTwoBlocks(one, 16 * 32 * 32)).isEqualTo(two);
        }
    }

    /** Every run of numbers and zeros in its length. */
    private static float[] inTwoBlocks(float[] numbers, int run) {
        float[] filled = new float[2 * numbers.length];
        for (int i = 0; i < numbers.length; i += run) {
            System.arraycopy(numbers, i, filled, 2 * i, run);
        }
        return filled;
    }

    private static float[] convolved(Kernels kernels, int channels, float[] images, float[] weights) {
        ConvolutionShape shape = ConvolutionShape.dense(new int[] {2, channels, 32, 32}, channels, 3, 1);
        Tensor input = kernels.allocate(shape.input());
        Tensor weight = kernels.allocate(shape.weight());
        Tensor output = kernels.allocate(shape.output());
        input.write(images);
        weight.write(weights);
        kernels.convolution(shape).forward(input, weight, output);
        float[] numbers = new float[output.size()];
        output.read(numbers);
        return numbers;
    }

    @Test
    void threadsOfJavaComputeTheSame() {
        try (Kernels kernels = new OnednnKernels(2)) {
            ConvolutionShape shape = ConvolutionShape.dense(new int[] {8, 16, 32, 32}, 16, 3, 1);
            Tensor input = kernels.allocate(shape.input());
            Tensor weight = kernels.allocate(shape.weight());
            kernels.fill(input, 0.5);
            kernels.fill(weight, 0.25);
            float[] here = weightGradient(kernels, shape, input, weight);
            float[] elsewhere = CompletableFuture.supplyAsync(() -> weightGradient(kernels, shape, input, weight))
                    .join();
            assertThat(elsewhere).isEqualTo(here);
        }
    }

    private static float[] weightGradient(Kernels kernels, ConvolutionShape shape, Tensor input, Tensor weight) {
        Tensor output = kernels.allocate(shape.output());
        Tensor gradient = kernels.allocate(shape.weight());
        kernels.convolution(shape).forward(input, weight, output);
        kernels.convolution(shape).backward(input, weight, output, null, gradient);
        float[] numbers = new float[gradient.size()];
        gradient.read(numbers);
        return numbers;
    }
}
