package org.isdarts.profile;

import java.util.Arrays;
import java.util.List;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/**
 * The most that these threads of this machine give, measured with the same kernels.
 *
 * @param operations multiplications and additions a second: the best of some convolutions with so many channels that
 *     they are products of large matrices
 * @param numbers numbers of images a second that come from memory or go there: a sum of tensors far larger than any
 *     cache
 */
public record Ceilings(double operations, double numbers) {
    private static final int REPETITIONS = 7;
    private static final List<ConvolutionShape> DENSE = List.of(
            ConvolutionShape.dense(new int[] {64, 256, 8, 8}, 256, 1, 1),
            ConvolutionShape.dense(new int[] {64, 512, 8, 8}, 512, 1, 1),
            ConvolutionShape.dense(new int[] {64, 128, 16, 16}, 128, 3, 1));
    private static final int[] LARGE = {64, 64, 128, 128};

    static Ceilings measure(Kernels kernels) {
        double operations = DENSE.stream()
                .mapToDouble(shape -> operations(kernels, shape))
                .max()
                .orElseThrow();
        return new Ceilings(operations, numbers(kernels));
    }

    private static double operations(Kernels kernels, ConvolutionShape shape) {
        Tensor input = kernels.allocate(shape.input());
        Tensor weight = kernels.allocate(shape.weight());
        Tensor output = kernels.allocate(shape.output());
        Convolution convolution = kernels.convolution(shape);
        double seconds = seconds(() -> convolution.forward(input, weight, output));
        double operations = 2.0 * output.size() * shape.inChannels() * shape.kernel() * shape.kernel();
        List.of(input, weight, output).forEach(kernels::release);
        return operations / seconds;
    }

    private static double numbers(Kernels kernels) {
        Tensor left = kernels.allocate(LARGE);
        Tensor right = kernels.allocate(LARGE);
        Tensor sum = kernels.allocate(LARGE);
        List<Kernels.Term> terms = List.of(new Kernels.Term(1, left), new Kernels.Term(1, right));
        double seconds = seconds(() -> kernels.sum(terms, sum));
        double numbers = 3.0 * sum.size();
        List.of(left, right, sum).forEach(kernels::release);
        return numbers / seconds;
    }

    /** The shortest of some runs, so that what else the machine does does not count. */
    private static double seconds(Runnable run) {
        double[] seconds = new double[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            run.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return Arrays.stream(seconds).min().orElseThrow();
    }
}
