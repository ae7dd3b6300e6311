package org.isdarts.strategy.pdarts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagesTest {
    private static final SearchSpace SPACE = Darts.SPACE;
    private static final int SKIP = 1;

    /** Probabilities in which skip connections are by far the best. */
    private static double[][] shares(Mask mask, long seed) {
        Random random = new Random(seed);
        double[][] weights = new double[mask.edges()][];
        Arrays.setAll(weights, edge -> {
            double[] row = random.doubles(mask.operations()).toArray();
            row[SKIP] += 3;
            return row;
        });
        return Activation.SOFTMAX.coefficients(weights, mask);
    }

    /** What is left before the end of the last stage. */
    private static Mask lastStage(SearchSpace space, long seed, int... dropped) {
        Mask mask = Mask.full(space);
        for (int count : dropped) {
            mask = mask.without(StageEnd.discarded(mask, shares(mask, seed), count));
        }
        return mask;
    }

    private static long skips(List<Candidate> cell) {
        return cell.stream().filter(candidate -> candidate.operation() == SKIP).count();
    }

    @Test
    void stagesOfDartsKeepEightFiveAndThree() {
        Mask second = lastStage(SPACE, 1, 3);
        Mask third = lastStage(SPACE, 1, 3, 2);

        assertThat(second.keptOn(7)).isEqualTo(5);
        assertThat(third.keptOn(7)).isEqualTo(3);
    }

    @Test
    void leastProbableGo() {
        double[][] shares = new double[14][];
        Arrays.setAll(shares, edge -> new double[] {0.3, 0.1, 0.05, 0.2, 0.02, 0.13, 0.15, 0.05});

        assertThat(StageEnd.discarded(Mask.full(SPACE), shares, 3))
                .filteredOn(candidate -> candidate.edge() == 13)
                .containsExactly(new Candidate(13, 4), new Candidate(13, 2), new Candidate(13, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void cellHoldsNoMoreSkipsThanAllowed(int most) {
        Mask mask = lastStage(SPACE, 3, 3, 2);
        List<Candidate> cell = new SkipLimit(most).cell(SPACE, mask, shares(mask, 3));

        assertThat(skips(cell)).isLessThanOrEqualTo(most);
        assertThat(cell).hasSize(8).allMatch(mask::keeps);
    }

    @Test
    void limitLeavesTheReductionCellAlone() {
        Mask mask = lastStage(SPACE, 3, 3, 2);
        Map<CellType, Mask> masks = Map.of(CellType.NORMAL, mask, CellType.REDUCTION, mask);
        double[][] shares = shares(mask, 3);
        Genotype genotype =
                new SkipLimit(2).genotype(SPACE, masks, Map.of(CellType.NORMAL, shares, CellType.REDUCTION, shares));

        assertThat(skips(genotype.cells().get(CellType.NORMAL))).isEqualTo(2);
        assertThat(skips(genotype.cells().get(CellType.REDUCTION))).isEqualTo(8);
    }

    @Test
    void withoutALimitSkipsAreChosenByProbability() {
        Mask mask = lastStage(SPACE, 3, 3, 2);

        assertThat(skips(SkipLimit.NONE.cell(SPACE, mask, shares(mask, 3)))).isEqualTo(8);
    }

    /** In NAS-Bench-201 an edge may have only none and a skip left. */
    @Test
    void edgeWithNothingButASkipAndNoneGetsNoneUnderALimit() {
        SearchSpace space = NasBench201.SPACE;
        boolean[][] kept = new boolean[6][5];
        Arrays.stream(kept).forEach(row -> Arrays.fill(row, 0, 2, true));
        Mask mask = Mask.of(kept);
        List<Candidate> cell = new SkipLimit(2).cell(space, mask, shares(mask, 1));

        assertThat(skips(cell)).isEqualTo(2);
        assertThat(cell).hasSize(6).allMatch(mask::keeps);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.384", "10, 0.24", "11, 0.4", "12, 0.32749", "25, 0.02432"})
    void dropoutFallsTwice(int epoch, double rate) {
        assertThat(new SkipDropout(0.4, 25, 10).rate(epoch)).isCloseTo(rate, within(5e-6));
    }
}
