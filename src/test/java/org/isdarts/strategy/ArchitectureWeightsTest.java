package org.isdarts.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;

class ArchitectureWeightsTest {
    private static final SearchSpace SPACE = Darts.SPACE;
    private static final Adam ADAM = Adam.ofDarts(3e-4, 1e-3);

    private static ArchitectureWeights drawn(long seed) {
        return ArchitectureWeights.normal(SPACE, ADAM, 1, 0.01, new Random(seed));
    }

    private static Map<CellType, double[][]> gradientOfOnes() {
        double[][] ones = new double[SPACE.edges().size()][SPACE.operations().size()];
        Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
        return Map.of(CellType.NORMAL, ones, CellType.REDUCTION, ones);
    }

    /** What the normal cells' first edge keeps when a single operation is left there. */
    private static Map<CellType, Mask> firstEdgeDecided() {
        List<Candidate> others = IntStream.range(1, SPACE.operations().size())
                .mapToObj(operation -> new Candidate(0, operation))
                .toList();
        Map<CellType, Mask> masks = new EnumMap<>(Mask.everything(SPACE));
        masks.put(CellType.NORMAL, masks.get(CellType.NORMAL).without(others));
        return masks;
    }

    @Test
    void everyCandidateOfEveryCellTypeHasAWeight() {
        Map<CellType, double[][]> tables = drawn(0).tables();

        assertThat(tables).containsOnlyKeys(CellType.NORMAL, CellType.REDUCTION);
        assertThat(tables.values()).allSatisfy(table -> assertThat(table).hasDimensions(14, 8));
    }

    @Test
    void startIsDrawnFromTheNormalDistribution() {
        double[] values = drawn(0).tables().values().stream()
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();

        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(1, within(0.003));
        assertThat(Arrays.stream(values).map(a -> Math.abs(a - 1)).average().orElseThrow())
                .isCloseTo(0.00798, within(0.001));
    }

    @Test
    void sameSeedGivesTheSameStart() {
        assertThat(drawn(7).tables().get(CellType.NORMAL))
                .isDeepEqualTo(drawn(7).tables().get(CellType.NORMAL));
    }

    @Test
    void weightsOfADecidedEdgeStayAsTheyAre() {
        ArchitectureWeights weights = drawn(0);
        double[] before = weights.tables().get(CellType.NORMAL)[0];
        weights.step(gradientOfOnes(), firstEdgeDecided());

        assertThat(weights.tables().get(CellType.NORMAL)[0]).containsExactly(before);
    }

    @Test
    void weightsOfOtherEdgesMove() {
        ArchitectureWeights weights = drawn(0);
        double[] before = weights.tables().get(CellType.NORMAL)[1];
        weights.step(gradientOfOnes(), firstEdgeDecided());

        assertThat(weights.tables().get(CellType.NORMAL)[1])
                .containsExactly(Arrays.stream(before).map(a -> a - 3e-4).toArray(), within(1e-6));
    }

    @Test
    void restoredWeightsGoOnWithTheSameBits() {
        ArchitectureWeights going = drawn(0);
        going.step(gradientOfOnes(), Mask.everything(SPACE));
        ArchitectureWeights restored = ArchitectureWeights.zeros(SPACE, ADAM);
        restored.restore(new State(going.state()));
        going.step(gradientOfOnes(), Mask.everything(SPACE));
        restored.step(gradientOfOnes(), Mask.everything(SPACE));

        assertThat(restored.tables().get(CellType.REDUCTION))
                .isDeepEqualTo(going.tables().get(CellType.REDUCTION));
    }
}
