package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.stream.IntStream;
import org.isdarts.kernel.Compiled;
import org.isdarts.kernel.ForwardingKernels;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A supernet's pass whose calls are merged, on some GPU. */
abstract class MergedPass {
    private static final int IMAGES = 4;

    /** Kernels that compute call by call. */
    private static final class CallByCall extends ForwardingKernels {
        CallByCall(Kernels kernels) {
            super(kernels);
        }

        @Override
        public Compiled compiled(Runnable primitives, Collection<Tensor> kept) {
            return primitives::run;
        }
    }

    abstract Kernels kernels(Precision precision);

    private static double[] gradients(Kernels kernels, SearchSpace space) {
        Supernet net = new Supernet(kernels, space, Nets.SMALL, Nets.everything(space), 3);
        net.train(Nets.images(IMAGES, 1), Nets.labels(IMAGES, 1));
        return net.parameters().names().stream()
                .map(name -> Nets.numbers(net.parameters().gradient(name)))
                .flatMapToDouble(numbers -> IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]))
                .toArray();
    }

    private static double distance(double[] vector, double[] other) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += (vector[i] - other[i]) * (vector[i] - other[i]);
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void hasTheGradientsOfTheSingleCalls(String name) {
        SearchSpace space = SearchSpaces.of(name);
        try (Kernels kernels = kernels(Precision.FLOAT32)) {
            double[] expected = gradients(new CallByCall(kernels), space);
            assertThat(distance(gradients(kernels, space), expected))
                    .isLessThan(1e-4 * distance(expected, new double[expected.length]));
        }
    }

    @Test
    void isAsNearToFloat32AsTheSingleCallsInBfloat16() {
        SearchSpace space = NasBench201.SPACE;
        try (Kernels precise = kernels(Precision.FLOAT32);
                Kernels kernels = kernels(Precision.BFLOAT16)) {
            double[] expected = gradients(precise, space);
            double ofSingleCalls = distance(gradients(new CallByCall(kernels), space), expected);
            assertThat(distance(gradients(kernels, space), expected)).isLessThan(1.25 * ofSingleCalls);
        }
    }
}
