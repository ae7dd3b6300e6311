package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What dropping values behind skip connections does to passes, computed in double. */
class DropoutTest {
    private static final int[] LABELS = {0, 2};
    private static final float[] IMAGES = Nets.images(2, 1);
    private static final Dropout HALF = new Dropout(0.5, 5);

    static List<SearchSpace> spaces() {
        return List.of(NasBench201.SPACE, Darts.SPACE);
    }

    private static Supernet net(Kernels kernels, SearchSpace space, Drawing drawing) {
        return new Supernet(kernels, space, Nets.SMALL, drawing, Mask.everything(space), 3);
    }

    private static double loss(Supernet net, Mixture mixture) {
        return net.whole().train(mixture, Wanted.BOTH, IMAGES, LABELS).lossSum();
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void changesNothingAtRateZero(SearchSpace space) {
        try (Kernels kernels = new ReferenceKernels();
                Supernet plain = net(kernels, space, Drawing.PLAIN);
                Supernet dropping = net(kernels, space, Drawing.WITH_DROPPED_SKIPS)) {
            Mixture mixture = Mixture.ones(space);

            assertThat(loss(dropping, mixture)).isEqualTo(loss(plain, mixture));
            assertThat(dropping.parameters().gradientNorm())
                    .isCloseTo(plain.parameters().gradientNorm(), within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void isOffWhereTheNetIsEvaluated(SearchSpace space) {
        try (Kernels kernels = new ReferenceKernels();
                Supernet net = net(kernels, space, Drawing.WITH_DROPPED_SKIPS)) {
            Mixture mixture = Mixture.ones(space);

            assertThat(loss(net, mixture.withSkipDropout(HALF))).isNotEqualTo(loss(net, mixture));
            assertThat(net.whole()
                            .evaluate(mixture.withSkipDropout(HALF), IMAGES, LABELS)
                            .lossSum())
                    .isEqualTo(net.whole().evaluate(mixture, IMAGES, LABELS).lossSum());
        }
    }

    @Test
    void meanOfWhatIsKeptStaysAsItWas() {
        Dropout dropout = new Dropout(0.3, 1);
        double sum = 0;
        for (float kept : dropout.kept(4, 100_000)) {
            sum += kept * dropout.scale();
        }

        assertThat(sum / 100_000).isCloseTo(1, within(0.01));
    }
}
