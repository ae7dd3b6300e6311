package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.space.Darts;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DilationRewriteTest {
    private static final int IMAGES = 2;
    private static final int NODES = 4;

    private static Graph graph(SearchSpace space, Nets.Choice choice) {
        return SupernetBuilder.of(space, Nets.SMALL, Nets.masks(space, choice));
    }

    private static long count(Graph graph, Class<? extends Graph.Layer> kind) {
        return graph.layers().stream().filter(kind::isInstance).count();
    }

    private static float[] logits(Graph graph) {
        try (Kernels kernels = new ReferenceKernels();
                Plan plan =
                        Plan.forEvaluation(new Workshop(kernels, new Parameters(kernels, graph, 3)), graph, IMAGES)) {
            plan.input().write(Nets.images(IMAGES, 1));
            plan.forward(null);
            return Nets.numbers(plan.logits());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hasTheLogitsOfTheGraphItStandsFor(long seed) {
        Random random = new Random(seed);
        Graph thin = graph(Darts.SPACE, (edge, operation) -> random.nextInt(3) > 0);
        assertThat(logits(DilationRewrite.of(thin))).containsExactly(logits(thin), within(1e-6f));
    }

    /** In reduction cells the edges from the inputs have stride 2 and stay as they are. */
    @Test
    void takesImagesApartOncePerNodeReadAndPutsThemTogetherOncePerNodeWritten() {
        Graph phased = DilationRewrite.of(graph(Darts.SPACE, (edge, operation) -> true));
        assertThat(count(phased, Graph.Split.class)).isEqualTo(3 * 5 + 2 * 3);
        assertThat(count(phased, Graph.Join.class)).isEqualTo(3 * NODES + 2 * (NODES - 1));
    }

    @Test
    void leavesNoDilatedConvolutionOfStrideOne() {
        Graph phased = DilationRewrite.of(graph(Darts.SPACE, (edge, operation) -> true));
        assertThat(phased.layers())
                .filteredOn(layer -> layer instanceof Graph.Convolve convolution
                        && convolution.dilation() > 1
                        && convolution.stride() == 1)
                .isEmpty();
    }

    @Test
    void leavesAGraphWithoutDilatedConvolutionsAsItIs() {
        for (SearchSpace space : SearchSpaces.ALL) {
            Graph graph = graph(space, (edge, operation) -> operation.kind() != Operation.Kind.DILATED_CONVOLUTION);
            assertThat(DilationRewrite.of(graph)).isEqualTo(graph);
        }
    }

    @Test
    void leavesDilatedConvolutionsOnImagesOfOddSizeAsTheyAre() {
        NetworkSize odd = new NetworkSize(4, 1, 3, 7, 7);
        SearchSpace space = Darts.SPACE;
        Graph graph = SupernetBuilder.of(
                space, odd, Nets.masks(space, (edge, operation) -> operation == Operation.DIL_CONV_3X3));
        Graph phased = DilationRewrite.of(graph);
        assertThat(count(phased, Graph.Split.class)).isZero();
    }
}
