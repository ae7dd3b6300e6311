package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isdarts.kernel.ForwardingKernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many numbers passes of a supernet hold. */
class MemoryOfPassesTest {
    private static final NetworkSize SIZE = new NetworkSize(4, 2, 3, 8, 8);
    private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 0, 1};

    /** Kernels that count the numbers they have allocated. */
    private static final class Counting extends ForwardingKernels {
        private long numbers;

        Counting() {
            super(new ReferenceKernels());
        }

        @Override
        public Tensor allocate(int... shape) {
            Tensor tensor = super.allocate(shape);
            numbers += tensor.size();
            return tensor;
        }
    }

    static List<SearchSpace> spaces() {
        return List.of(NasBench201.SPACE, Darts.SPACE);
    }

    /** What the gradients of coefficients read lies there for other reasons, or is made again. */
    @ParameterizedTest
    @MethodSource("spaces")
    void gradientsOfCoefficientsTakeHardlyAnyFurtherMemory(SearchSpace space) {
        float[] images = Nets.images(LABELS.length, 1);
        long constant = numbersOf(space, net -> net.train(images, LABELS));
        long learned = numbersOf(space, net -> net.whole().train(Mixture.ones(space), Wanted.BOTH, images, LABELS));

        assertThat(learned).isLessThan(constant * 115 / 100);
    }

    /** Passes for the weights and for the coefficients take turns in the same tensors. */
    @ParameterizedTest
    @MethodSource("spaces")
    void passesInTurnTakeTheMemoryOfOne(SearchSpace space) {
        float[] images = Nets.images(LABELS.length, 1);
        long one = numbersOf(space, net -> net.whole().train(Mixture.ones(space), Wanted.MIXTURE, images, LABELS));
        long inTurn = numbersOf(space, net -> {
            net.whole().train(Mixture.ones(space), Wanted.MIXTURE, images, LABELS);
            net.whole().train(Mixture.ones(space), Wanted.WEIGHTS, images, LABELS);
        });

        assertThat(inTurn).isEqualTo(one);
    }

    private interface Passes {
        void of(Supernet net);
    }

    private static long numbersOf(SearchSpace space, Passes passes) {
        try (Counting kernels = new Counting();
                Supernet net = new Supernet(kernels, space, SIZE, Mask.everything(space), 1)) {
            passes.of(net);
            return kernels.numbers;
        }
    }
}
