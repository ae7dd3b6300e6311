package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an auxiliary skip on every edge does to passes, computed in double. */
class AuxiliarySkipTest {
    private static final int[] LABELS = {0, 2};
    private static final float[] IMAGES = Nets.images(2, 1);

    static List<SearchSpace> spaces() {
        return List.of(NasBench201.SPACE, Darts.SPACE);
    }

    private static Supernet net(Kernels kernels, SearchSpace space, Drawing drawing) {
        return new Supernet(kernels, space, Nets.SMALL, drawing, Mask.everything(space), 3);
    }

    private static Mixture with(SearchSpace space, Operation weighted, double coefficient) {
        Mixture mixture = Mixture.ones(space);
        int index = space.operations().indexOf(weighted);
        mixture.coefficients().values().forEach(table -> Stream.of(table).forEach(row -> row[index] = coefficient));
        return mixture;
    }

    private static double loss(Supernet net, Mixture mixture) {
        return net.whole().train(mixture, Wanted.BOTH, IMAGES, LABELS).lossSum();
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void changesNothingAtZero(SearchSpace space) {
        try (Kernels kernels = new ReferenceKernels();
                Supernet plain = net(kernels, space, Drawing.PLAIN);
                Supernet skipping = net(kernels, space, Drawing.WITH_AUXILIARY_SKIPS)) {
            Mixture mixture = Mixture.ones(space);

            assertThat(loss(skipping, mixture.withAuxiliarySkip(0))).isEqualTo(loss(plain, mixture));
            for (CellType type : space.cellTypes()) {
                assertThat(skipping.whole().gradient().of(type))
                        .isDeepEqualTo(plain.whole().gradient().of(type));
            }
        }
    }

    @Test
    void countsAsTheCandidateSkipWhereTheSizeStays() {
        SearchSpace space = NasBench201.SPACE;
        try (Kernels kernels = new ReferenceKernels();
                Supernet plain = net(kernels, space, Drawing.PLAIN);
                Supernet skipping = net(kernels, space, Drawing.WITH_AUXILIARY_SKIPS)) {
            double expected = loss(plain, with(space, Operation.SKIP_CONNECT, 1.4));

            assertThat(loss(skipping, with(space, Operation.SKIP_CONNECT, 0.8).withAuxiliarySkip(0.6)))
                    .isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void hasWeightsOfItsOwnWhereTheSizeIsHalved() {
        SearchSpace space = Darts.SPACE;
        try (Kernels kernels = new ReferenceKernels();
                Supernet skipping = net(kernels, space, Drawing.WITH_AUXILIARY_SKIPS)) {
            loss(skipping, Mixture.ones(space).withAuxiliarySkip(0.6));

            Map<Boolean, List<String>> names = skipping.parameters().names().stream()
                    .collect(Collectors.partitioningBy(name -> name.contains(".auxiliary.")));
            assertThat(names.get(true))
                    .isNotEmpty()
                    .allMatch(name -> Nets.numbers(skipping.parameters().gradient(name))[0] != 0);
        }
    }
}
