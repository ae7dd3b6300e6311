package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What sending a part of the channels past the operations does to passes, computed in double. */
class PartialChannelsTest {
    private static final int[] LABELS = {0, 2};
    private static final float[] IMAGES = Nets.images(2, 1);

    static List<SearchSpace> spaces() {
        return List.of(NasBench201.SPACE, Darts.SPACE);
    }

    private static Supernet net(Kernels kernels, SearchSpace space, Drawing drawing) {
        return new Supernet(kernels, space, Nets.SMALL, drawing, Mask.everything(space), 3);
    }

    /** Shares of every operation, over the number of edges into its node: what equal edge weights make of them. */
    private static Mixture even(SearchSpace space) {
        Random random = new Random(4);
        Map<CellType, double[][]> tables = new EnumMap<>(CellType.class);
        Map<CellType, double[]> edges = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            double[] weights = space.edges().stream()
                    .mapToDouble(edge -> 1.0 / space.edgesInto(edge.to()).size())
                    .toArray();
            double[][] table = new double[weights.length][];
            for (int edge = 0; edge < table.length; edge++) {
                double weight = weights[edge];
                table[edge] = random.doubles(space.operations().size())
                        .map(share -> weight * share)
                        .toArray();
            }
            tables.put(type, table);
            edges.put(type, weights);
        }
        return new Mixture(tables).withEdges(edges);
    }

    private static double loss(Supernet net, Mixture mixture) {
        return net.whole().train(mixture, Wanted.BOTH, IMAGES, LABELS).lossSum();
    }

    /** Then nothing passes the operations: DARTS, a node divided by the number of its edges. */
    @ParameterizedTest
    @MethodSource("spaces")
    void allChannelsAtEqualEdgeWeightsAreDartsOverTheNumberOfEdges(SearchSpace space) {
        try (Kernels kernels = new ReferenceKernels();
                Supernet plain = net(kernels, space, Drawing.PLAIN);
                Supernet partial = net(kernels, space, Drawing.ofPartialChannels(1))) {
            Mixture mixture = even(space);

            assertThat(loss(partial, mixture)).isCloseTo(loss(plain, mixture), within(1e-6));
            assertThat(partial.parameters().gradientNorm())
                    .isCloseTo(plain.parameters().gradientNorm(), within(1e-6));
        }
    }

    /** Where operations have no share, what is in front of them still learns through the channels that pass them. */
    @ParameterizedTest
    @MethodSource("spaces")
    void gradientsPassTheOperationsToo(SearchSpace space) {
        try (Kernels kernels = new ReferenceKernels();
                Supernet net = net(kernels, space, Drawing.ofPartialChannels(2))) {
            Mixture mixture = even(space);
            mixture.coefficients().values().forEach(table -> Stream.of(table).forEach(row -> Arrays.fill(row, 0)));
            loss(net, mixture);

            assertThat(gradients(net, List.of("stem.")))
                    .isNotEmpty()
                    .noneMatch(gradient -> gradient[gradient.length - 1] == 0);
            assertThat(gradients(net, ofOperations(space))).isNotEmpty().allMatch(gradient -> gradient[0] == 0);
        }
    }

    private static List<String> ofOperations(SearchSpace space) {
        return space.operations().stream()
                .map(operation -> "." + operation.label() + ".")
                .toList();
    }

    private static List<float[]> gradients(Supernet net, List<String> parts) {
        return net.parameters().names().stream()
                .filter(name -> parts.stream().anyMatch(name::contains))
                .map(name -> Nets.numbers(net.parameters().gradient(name)))
                .toList();
    }
}
