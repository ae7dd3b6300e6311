package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupernetBuilderTest {
    private static final int NAS_BENCH_201_CELLS = 3;

    private static Graph graph(SearchSpace space, Nets.Choice choice) {
        return SupernetBuilder.of(space, Nets.SMALL, Nets.masks(space, choice));
    }

    private static <T extends Graph.Layer> List<T> layers(Graph graph, Class<T> kind) {
        return graph.layers().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Stream<Graph.Convolve> cellConvolutions(Graph graph) {
        return layers(graph, Graph.Convolve.class).stream()
                .filter(layer -> layer.name().matches("cells\\.\\d+\\.\\d+-\\d+\\..*"));
    }

    @Test
    void theFullNasBench201CellConvolvesTwiceOnEveryEdge() {
        Graph graph = graph(NasBench201.SPACE, (edge, operation) -> true);
        assertThat(cellConvolutions(graph)).hasSize(NAS_BENCH_201_CELLS * 6 * 2);
    }

    @Test
    void maskedOperationsAreNotComputed() {
        Graph graph = graph(NasBench201.SPACE, (edge, operation) -> operation == Operation.NOR_CONV_1X1);
        assertThat(cellConvolutions(graph)).hasSize(NAS_BENCH_201_CELLS * 6).allMatch(layer -> layer.kernel() == 1);
        // The nodes of a cell take in one, two and three operations, the residual blocks add two paths.
        assertThat(layers(graph, Graph.Sum.class).stream()
                        .map(sum -> sum.summands().size()))
                .containsExactly(1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3);
        // Only the residual blocks pool.
        assertThat(layers(graph, Graph.Pool.class)).hasSize(2).allMatch(layer -> layer.kernel() == 2);
    }

    @Test
    void edgesLeavingANodeShareItsRectifier() {
        Graph graph = graph(NasBench201.SPACE, (edge, operation) -> operation == Operation.NOR_CONV_3X3);
        // In every cell nodes 0 to 2; in every residual block two, the first shared with nothing; and the last.
        assertThat(layers(graph, Graph.Relu.class)).hasSize(NAS_BENCH_201_CELLS * 3 + 2 * 2 + 1);
        assertThat(layers(graph, Graph.Relu.class).stream().map(Graph.Relu::input))
                .doesNotHaveDuplicates();
    }

    @Test
    void edgesLeavingANodeShareItsPooling() {
        Graph graph = graph(NasBench201.SPACE, (edge, operation) -> operation == Operation.AVG_POOL_3X3);
        assertThat(layers(graph, Graph.Pool.class).stream().filter(layer -> layer.kernel() == 3))
                .hasSize(NAS_BENCH_201_CELLS * 3);
    }

    @Test
    void identitiesOfAReductionCellShareTheirSubsampling() {
        Graph graph = graph(Darts.SPACE, (edge, operation) -> operation == Operation.SKIP_CONNECT && edge.from() == 0);
        // Of each of two reduction cells' first input both offsets, and the same where a preprocessing halves.
        assertThat(layers(graph, Graph.Subsample.class)).hasSize(2 * 2 + 2 * 2);
    }

    @ParameterizedTest
    @EnumSource(PoolingShape.Kind.class)
    void bothPoolingsOfDartsAreDrawn(PoolingShape.Kind kind) {
        Operation operation = kind == PoolingShape.Kind.AVERAGE ? Operation.AVG_POOL_3X3 : Operation.MAX_POOL_3X3;
        Graph graph = graph(Darts.SPACE, (edge, candidate) -> candidate == operation);
        assertThat(layers(graph, Graph.Pool.class)).isNotEmpty().allMatch(layer -> layer.kind() == kind);
    }

    @Test
    void everyKeptOperationButNoneHasOneTapInEveryCell() {
        for (SearchSpace space : SearchSpaces.ALL) {
            Graph graph = graph(space, (edge, operation) -> true);
            long cells = space.macroNet().blocks(4, 1).stream()
                    .filter(block -> block.isCell())
                    .count();
            List<Tap> taps = layers(graph, Graph.Sum.class).stream()
                    .flatMap(sum -> sum.summands().stream())
                    .map(Graph.Summand::tap)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(taps).doesNotHaveDuplicates();
            long computed = space.operations().stream()
                    .filter(operation -> operation != Operation.NONE)
                    .count();
            assertThat(taps).hasSize((int) (cells * space.edges().size() * computed));
        }
    }

    @Test
    void onlyEdgesFromInputsOfReductionCellsHaveStrideTwo() {
        Graph graph = graph(Darts.SPACE, (edge, operation) -> operation == Operation.DIL_CONV_3X3);
        List<Integer> reductions = List.of(1, 3);
        assertThat(Darts.SPACE.macroNet().blocks(4, 1).get(1).cellType()).isEqualTo(CellType.REDUCTION);
        assertThat(cellConvolutions(graph).filter(Graph.Convolve::depthwise)).allSatisfy(layer -> {
            String[] parts = layer.name().split("[.-]");
            boolean fromInput = Integer.parseInt(parts[2]) < 2;
            boolean reduction = reductions.contains(Integer.parseInt(parts[1]));
            assertThat(layer.stride()).isEqualTo(fromInput && reduction ? 2 : 1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void valuesAreWrittenOnceAndBeforeTheyAreRead(String space) {
        Graph graph = graph(SearchSpaces.of(space), (edge, operation) -> true);
        assertThat(graph.layers().stream().map(Graph.Layer::output)).doesNotHaveDuplicates();
        for (int i = 0; i < graph.layers().size(); i++) {
            Graph.Value written = graph.layers().get(i).output();
            assertThat(graph.layers().subList(0, i))
                    .noneMatch(earlier -> earlier.inputs().contains(written));
        }
    }
}
