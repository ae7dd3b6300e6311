package org.isdarts.strategy.sgas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.DecisionSchedule;
import org.isdarts.strategy.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreedyDecisionTest {
    private static double[][] drawn(SearchSpace space, Random random) {
        double[][] weights = new double[space.edges().size()][];
        Arrays.setAll(weights, edge -> random.doubles(space.operations().size()).toArray());
        return weights;
    }

    /** The mask after so many decisions, with weights and scores drawn anew for each. */
    private static Mask after(int decisions, SearchSpace space, long seed) {
        Random random = new Random(seed);
        Mask mask = Mask.full(space);
        for (int i = 0; i < decisions; i++) {
            double[] scores = random.doubles(space.edges().size()).toArray();
            mask = mask.without(GreedyDecision.next(space, mask, drawn(space, random), scores)
                    .orElseThrow()
                    .discarded());
        }
        return mask;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyNodeOfDartsEndsWithTwoEdgesAfterEightDecisions(long seed) {
        Mask mask = after(8, Darts.SPACE, seed);

        for (int node = 2; node < 6; node++) {
            assertThat(Darts.SPACE.edgesInto(node).stream().map(mask::keptOn))
                    .filteredOn(kept -> kept > 0)
                    .containsExactly(1, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyEdgeOfNasBench201EndsWithOneOperationButNone(long seed) {
        Mask mask = after(6, NasBench201.SPACE, seed);

        assertThat(mask.keptCandidates()).hasSize(6).allMatch(candidate -> candidate.operation() > 0);
    }

    @Test
    void edgeOfTheHighestScoreIsDecided() {
        SearchSpace space = NasBench201.SPACE;
        double[][] weights = drawn(space, new Random(1));
        weights[3][2] = 5;

        GreedyDecision decision = GreedyDecision.next(
                        space, Mask.full(space), weights, new double[] {0.1, 0.2, 0.3, 0.9, 0.5, 0.8})
                .orElseThrow();

        assertThat(decision.kept()).isEqualTo(new Candidate(3, 2));
        assertThat(decision.discarded())
                .containsExactlyElementsOf(IntStream.of(0, 1, 3, 4)
                        .mapToObj(operation -> new Candidate(3, operation))
                        .toList());
    }

    @Test
    void decidedEdgeIsNotDecidedAgain() {
        SearchSpace space = NasBench201.SPACE;
        Mask mask = after(1, space, 1);
        int decided = IntStream.range(0, 6)
                .filter(edge -> mask.keptOn(edge) == 1)
                .findFirst()
                .orElseThrow();
        double[] scores = new double[6];
        scores[decided] = 1;

        assertThat(GreedyDecision.next(space, mask, drawn(space, new Random(2)), scores)
                        .orElseThrow()
                        .kept()
                        .edge())
                .isNotEqualTo(decided);
    }

    @Test
    void nothingIsLeftToDecideInTheEnd() {
        SearchSpace space = Darts.SPACE;
        Optional<GreedyDecision> next =
                GreedyDecision.next(space, after(8, space, 1), drawn(space, new Random(1)), new double[14]);

        assertThat(next).isEmpty();
    }

    private static int[] decidingEpochs(SearchSpace space, int decisions) {
        DecisionSchedule schedule = Sgas.schedule(space, 50);
        return IntStream.rangeClosed(1, 50)
                .filter(schedule::decidesAfter)
                .limit(decisions)
                .toArray();
    }

    @Test
    void fiftyEpochsOfDartsDecideAfterEveryFifthEpochFromTheTenthAsTheAuthorsDo() {
        assertThat(decidingEpochs(Darts.SPACE, 8)).containsExactly(10, 15, 20, 25, 30, 35, 40, 45);
    }

    @Test
    void fiftyEpochsOfNasBench201DecideAfterEverySixthEpochFromTheTenth() {
        assertThat(decidingEpochs(NasBench201.SPACE, 6)).containsExactly(10, 16, 22, 28, 34, 40);
    }

    @Test
    void historyKeepsTheLastFourEpochs() {
        WeightHistory history = new WeightHistory(NasBench201.SPACE);
        for (int epoch = 1; epoch <= 6; epoch++) {
            double[][] table = new double[6][5];
            table[0][0] = epoch;
            history.add(Map.of(CellType.NORMAL, table));
        }

        assertThat(history.of(CellType.NORMAL)).extracting(table -> table[0][0]).containsExactly(3.0, 4.0, 5.0, 6.0);
    }

    @Test
    void restoredHistoryHoldsTheSameTables() {
        WeightHistory history = new WeightHistory(Darts.SPACE);
        for (long seed = 0; seed < 2; seed++) {
            double[][] table = drawn(Darts.SPACE, new Random(seed));
            history.add(Map.of(CellType.NORMAL, table, CellType.REDUCTION, table));
        }
        WeightHistory restored = new WeightHistory(Darts.SPACE);
        restored.restore(new State(history.state()));

        List<double[][]> expected = history.of(CellType.REDUCTION);
        assertThat(restored.of(CellType.REDUCTION)).hasSize(2);
        assertThat(restored.of(CellType.REDUCTION).get(1)).isDeepEqualTo(expected.get(1));
    }
}
