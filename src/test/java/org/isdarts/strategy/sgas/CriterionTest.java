package org.isdarts.strategy.sgas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.isdarts.space.CellType;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CriterionTest {
    private static final double[][] BEFORE = {{0, 1, 2}, {2, 0, 0}, {0, 2, 0}};
    private static final double[][] NOW = {{0, 1, 2.5}, {2, 0.5, 0}, {0, 2, 0}};

    /** Three edges with none, skip and a convolution each. */
    private static final SearchSpace SPACE = SearchSpace.named("three edges")
            .cellTypes(CellType.NORMAL)
            .nodes(1, 3)
            .operations(Operation.NONE, Operation.SKIP_CONNECT, Operation.NOR_CONV_3X3)
            .keptOnEveryEdge(1)
            .build();

    private static EdgeScores terms() {
        return EdgeScores.of(SPACE, NOW, List.<double[][]>of(BEFORE));
    }

    @Test
    void importanceIsWhatNoneLeaves() {
        assertThat(terms().importance()).containsExactly(new double[] {0.93711, 0.26388, 0.89349}, within(5e-6));
    }

    @Test
    void certaintyIsMissingEntropy() {
        assertThat(terms().certainty()).containsExactly(new double[] {0.31465, 0.04371, 0.47293}, within(5e-6));
    }

    @Test
    void stabilityIsTheOverlapWithEarlierEpochs() {
        assertThat(terms().stability()).containsExactly(new double[] {0.91348, 0.87754, 1}, within(5e-6));
    }

    @Test
    void firstCriterionMultipliesImportanceAndCertainty() {
        assertThat(Criterion.CERTAIN.of(terms())).containsExactly(new double[] {0.63122, 0, 0.93521}, within(5e-6));
    }

    @Test
    void secondCriterionMultipliesStabilityToo() {
        assertThat(Criterion.STABLE.of(terms())).containsExactly(new double[] {0.18527, 0, 0.93521}, within(5e-6));
    }

    @ParameterizedTest
    @EnumSource
    void scoresLieBetweenZeroAndOne(Criterion criterion) {
        Random random = new Random(1);
        List<double[][]> epochs = Stream.generate(() -> Stream.generate(() ->
                                random.doubles(SPACE.operations().size(), -3, 3).toArray())
                        .limit(NOW.length)
                        .toArray(double[][]::new))
                .limit(5)
                .toList();

        assertThat(Arrays.stream(criterion.of(EdgeScores.of(SPACE, epochs.get(0), epochs.subList(1, 5)))))
                .hasSize(NOW.length)
                .allMatch(score -> score >= 0 && score <= 1);
    }

    @Test
    void withoutAnyHistoryNothingIsStable() {
        assertThat(EdgeScores.of(SPACE, NOW, List.of()).stability()).containsOnly(0);
    }
}
