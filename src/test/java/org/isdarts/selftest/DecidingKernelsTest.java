package org.isdarts.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.junit.jupiter.api.Test;

class DecidingKernelsTest {
    private final DecidingKernels kernels = new DecidingKernels(new ReferenceKernels());
    private final Tensor input = tensor(1, -2, 1e-7f, 3);
    private final Tensor output = tensor(0, 0, 0, 0);
    private final Tensor outputGradient = tensor(1, 1, 1, 1);
    private final Tensor inputGradient = tensor(0, 0, 0, 0);

    @Test
    void signWithinRoundingIsUndecided() {
        kernels.watching(this::relu);

        assertThat(kernels.undecided(9))
                .flatExtracting(DecidingKernels.Doubt::decisions)
                .extracting(DecidingKernels.Decision::pixel)
                .containsExactly(2);
    }

    @Test
    void reversedSignStopsTheGradient() {
        kernels.watching(this::relu);

        assertThat(kernels.reversing(kernels.undecided(1), this::relu)).containsExactly(1, 0, 0, 1);
    }

    @Test
    void reversingLastsForOnePass() {
        kernels.watching(this::relu);
        kernels.reversing(kernels.undecided(1), this::relu);

        assertThat(kernels.reversing(List.of(), this::relu)).containsExactly(1, 0, 1, 1);
    }

    @Test
    void maximumWithinRoundingIsUndecided() {
        kernels.watching(() -> maximum(1, 2, -3, 2.0000002f));

        assertThat(kernels.undecided(9)).hasSize(1);
    }

    @Test
    void clearMaximumIsDecided() {
        kernels.watching(() -> maximum(1, 2, -3, 2.001f));

        assertThat(kernels.undecided(9)).isEmpty();
    }

    @Test
    void reversedMaximumHandsTheGradientToItsRival() {
        kernels.watching(() -> maximum(1, 2, -3, 2.0000002f));

        assertThat(kernels.reversing(kernels.undecided(1), () -> maximum(1, 2, -3, 2.0000002f)))
                .containsExactly(0, 1, 0, 0);
    }

    private float[] relu() {
        kernels.relu(input, output);
        kernels.reluBackward(output, outputGradient, inputGradient);
        return numbers();
    }

    private float[] maximum(float... pixels) {
        input.write(pixels);
        Pooling pooling = kernels.pooling(new PoolingShape(PoolingShape.Kind.MAXIMUM, 1, 1, 2, 2, 2, 2, 0));
        pooling.forward(input, kernels.allocate(1, 1, 1, 1));
        Tensor gradient = kernels.allocate(1, 1, 1, 1);
        kernels.fill(gradient, 1);
        pooling.backward(input, gradient, inputGradient);
        return numbers();
    }

    private float[] numbers() {
        float[] numbers = new float[4];
        inputGradient.read(numbers);
        return numbers;
    }

    private Tensor tensor(float... pixels) {
        Tensor tensor = kernels.allocate(1, 1, 2, 2);
        tensor.write(pixels);
        return tensor;
    }
}
