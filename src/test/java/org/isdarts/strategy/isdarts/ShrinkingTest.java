package org.isdarts.strategy.isdarts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.score.Discard;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShrinkingTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final SearchSpace SPACE = NasBench201.SPACE;

    /** Values of the first edge; every other edge has 5 4 3 2 1. */
    private static double[][] values(double... firstEdge) {
        double[][] values = new double[SPACE.edges().size()][];
        Arrays.setAll(values, edge -> edge == 0 ? firstEdge : new double[] {5, 4, 3, 2, 1});
        return values;
    }

    private static Stream<Discard> ofFirstEdge(Shrinking shrinking) {
        return shrinking.discards().stream()
                .filter(discard -> discard.candidate().edge() == 0);
    }

    private static Stream<Integer> operationsOfFirstEdge(Shrinking shrinking) {
        return ofFirstEdge(shrinking).map(discard -> discard.candidate().operation());
    }

    static Stream<Arguments> spacesAndSteps() {
        return SearchSpaces.ALL.stream().flatMap(space -> IntStream.rangeClosed(1, space.largestSubset() - space.kept())
                .mapToObj(steps -> Arguments.of(space.name(), steps)));
    }

    /**
     * Eq. 19 and 20: in Z steps S - C candidates go, equally many in each where that comes out even, else one more in
     * each of the first steps.
     */
    @ParameterizedTest
    @MethodSource("spacesAndSteps")
    void everySubsetShrinksInEqualStepsToC(String name, int steps) {
        SearchSpace space = SearchSpaces.of(name);
        Random random = new Random(steps);
        Mask mask = Mask.full(space);
        for (int step = 1; step <= steps; step++) {
            double[][] values = random.doubles(space.edges().size())
                    .mapToObj(edge -> random.doubles(space.operations().size()).toArray())
                    .toArray(double[][]::new);
            mask = Shrinking.shrink(space, mask, values, IsDartsScores.FISHER, steps - step + 1)
                    .mask();
            for (List<Candidate> subset : space.subsets()) {
                int spare = subset.size() - space.kept();
                int gone = step * (spare / steps) + Math.min(step, spare % steps);
                assertThat(subset.stream().filter(mask::keeps))
                        .as("step %d of a subset of %d", step, subset.size())
                        .hasSize(subset.size() - gone);
            }
        }
        for (List<Candidate> subset : space.subsets()) {
            assertThat(subset.stream().filter(mask::keeps)).hasSize(space.kept());
        }
    }

    @Test
    void dartsInSevenStepsKeepsThesePerNode() {
        SearchSpace space = Darts.SPACE;
        Mask mask = Mask.full(space);
        int[][] kept = new int[7][];
        for (int step = 0; step < 7; step++) {
            mask = Shrinking.shrink(space, mask, new double[14][8], IsDartsScores.FISHER, 7 - step)
                    .mask();
            Mask left = mask;
            kept[step] = space.subsets().stream()
                    .mapToInt(
                            subset -> (int) subset.stream().filter(left::keeps).count())
                    .toArray();
        }
        assertThat(kept).isDeepEqualTo(new int[][] {
            {14, 20, 27, 34},
            {12, 17, 22, 28},
            {10, 14, 18, 22},
            {8, 11, 14, 17},
            {6, 8, 10, 12},
            {4, 5, 6, 7},
            {2, 2, 2, 2}
        });
    }

    @Test
    void fisherDiscardsTheLargestFirst() {
        Shrinking shrinking = Shrinking.shrink(SPACE, Mask.full(SPACE), values(3, 9, 1, 7, 5), IsDartsScores.FISHER, 2);
        assertThat(operationsOfFirstEdge(shrinking)).containsExactly(1, 3);
    }

    @Test
    void iimDiscardsTheSmallestFirst() {
        Shrinking shrinking = Shrinking.shrink(SPACE, Mask.full(SPACE), values(3, 9, 1, 7, 5), IsDartsScores.IIM, 2);
        assertThat(operationsOfFirstEdge(shrinking)).containsExactly(2, 0);
    }

    @Test
    void tellsRankCountAndMarginOfEveryDiscard() {
        Shrinking shrinking = Shrinking.shrink(SPACE, Mask.full(SPACE), values(3, 9, 1, 7, 5), IsDartsScores.FISHER, 2);
        assertThat(ofFirstEdge(shrinking))
                .containsExactly(
                        new Discard(new Candidate(0, 1), 9, 1, 5, 4), new Discard(new Candidate(0, 3), 7, 2, 5, 2));
    }

    @ParameterizedTest
    @FieldSource("org.isdarts.strategy.isdarts.IsDartsScores#ALL")
    void equalValuesGoInTheOrderOfOperations(Score importance) {
        Shrinking shrinking = Shrinking.shrink(SPACE, Mask.full(SPACE), values(2, 2, 2, 2, 2), importance, 2);
        assertThat(operationsOfFirstEdge(shrinking)).containsExactly(0, 1);
        assertThat(ofFirstEdge(shrinking)).allMatch(discard -> discard.margin() == 0);
    }

    @Test
    void infinityGoesFirstUnderFisherWithAnInfiniteMargin() {
        Shrinking shrinking =
                Shrinking.shrink(SPACE, Mask.full(SPACE), values(3, 9, INFINITY, 7, 5), IsDartsScores.FISHER, 4);
        assertThat(ofFirstEdge(shrinking)).containsExactly(new Discard(new Candidate(0, 2), INFINITY, 1, 5, INFINITY));
    }

    @Test
    void infinityStaysUnderIim() {
        Shrinking shrinking =
                Shrinking.shrink(SPACE, Mask.full(SPACE), values(3, INFINITY, 1, 7, 5), IsDartsScores.IIM, 1);
        assertThat(shrinking.mask().keeps(0, 1)).isTrue();
        assertThat(ofFirstEdge(shrinking)).allMatch(discard -> discard.margin() == INFINITY);
    }

    @ParameterizedTest
    @FieldSource("org.isdarts.strategy.isdarts.IsDartsScores#ALL")
    void whatIsNotANumberGoesFirst(Score importance) {
        Shrinking shrinking =
                Shrinking.shrink(SPACE, Mask.full(SPACE), values(INFINITY, 0, Double.NaN, 7, 5), importance, 4);
        assertThat(operationsOfFirstEdge(shrinking)).containsExactly(2);
        assertThat(ofFirstEdge(shrinking)).allMatch(discard -> discard.margin() == INFINITY);
    }

    @Test
    void infiniteValuesAllAlikeStillLeaveC() {
        double[][] infinite =
                new double[SPACE.edges().size()][SPACE.operations().size()];
        for (double[] edge : infinite) {
            Arrays.fill(edge, INFINITY);
        }
        Shrinking shrinking = Shrinking.shrink(SPACE, Mask.full(SPACE), infinite, IsDartsScores.FISHER, 1);
        assertThat(shrinking.mask().count()).isEqualTo(6);
        assertThat(shrinking.discards()).allMatch(discard -> discard.margin() == INFINITY);
    }

    @Test
    void nothingGoesWhereOnlyCAreLeft() {
        Mask mask = Shrinking.shrink(SPACE, Mask.full(SPACE), values(3, 9, 1, 7, 5), IsDartsScores.FISHER, 1)
                .mask();
        Shrinking again = Shrinking.shrink(SPACE, mask, values(3, 9, 1, 7, 5), IsDartsScores.FISHER, 1);
        assertThat(again.discards()).isEmpty();
        assertThat(again.mask()).isEqualTo(mask);
    }

    @Test
    void valuesOfDiscardedCandidatesDoNotCount() {
        Mask mask = Mask.full(SPACE).without(List.of(new Candidate(0, 1)));
        Shrinking shrinking = Shrinking.shrink(SPACE, mask, values(3, 9, 1, 7, 5), IsDartsScores.FISHER, 3);
        assertThat(operationsOfFirstEdge(shrinking)).containsExactly(3);
        assertThat(ofFirstEdge(shrinking)).allMatch(discard -> discard.compared() == 4);
    }

    @Test
    void dartsComparesAcrossTheEdgesOfANode() {
        SearchSpace space = Darts.SPACE;
        double[][] values = new double[14][8];
        Arrays.fill(values[0], 1);
        Arrays.fill(values[1], 2);
        Mask mask = Shrinking.shrink(space, Mask.full(space), values, IsDartsScores.FISHER, 1)
                .mask();
        // Both that are left lie on the first of the two edges into node 2.
        assertThat(mask.keptCandidates().subList(0, 2)).containsExactly(new Candidate(0, 6), new Candidate(0, 7));
        assertThat(mask.keeps(1, 7)).isFalse();
    }

    @Test
    void refusesToShrinkWithoutAStepLeft() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Shrinking.shrink(SPACE, Mask.full(SPACE), values(1, 2, 3, 4, 5), IsDartsScores.IIM, 0));
    }

    @Test
    void theMarginIsTheDistanceToTheFirstThatStayed() {
        Shrinking shrinking =
                Shrinking.shrink(SPACE, Mask.full(SPACE), values(0.5, 0.25, 0.75, 2, 3), IsDartsScores.IIM, 2);
        assertThat(ofFirstEdge(shrinking).map(Discard::margin).toList().get(0)).isCloseTo(0.5, within(1e-15));
    }
}
