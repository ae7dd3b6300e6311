package org.isdarts.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;

class EntropyTest {
    private static final SearchSpace SPACE = NasBench201.SPACE;

    private static double mean(double[][] shares, Mask mask) {
        return Entropy.mean(Map.of(CellType.NORMAL, shares), Map.of(CellType.NORMAL, mask));
    }

    private static double[][] alike() {
        double[][] shares = new double[SPACE.edges().size()][SPACE.operations().size()];
        Arrays.stream(shares).forEach(row -> Arrays.fill(row, 0.2));
        return shares;
    }

    @Test
    void evenOddsOfTwoHaveTheLogarithmOfTwo() {
        assertThat(Entropy.of(new double[] {0.5, 0, 0.5})).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void certaintyHasNone() {
        assertThat(Entropy.of(new double[] {0, 1, 0})).isZero();
    }

    @Test
    void meanIsOneWhereAllAreAlike() {
        assertThat(mean(alike(), Mask.full(SPACE))).isCloseTo(1, within(1e-12));
    }

    @Test
    void decidedEdgesTakeNoPartInTheMean() {
        List<Candidate> ofFirstEdge =
                IntStream.range(1, 5).mapToObj(k -> new Candidate(0, k)).toList();
        double[][] shares = alike();
        shares[0] = new double[] {1, 0, 0, 0, 0};

        assertThat(mean(shares, Mask.full(SPACE).without(ofFirstEdge))).isCloseTo(1, within(1e-12));
    }
}
