package org.isdarts.strategy.dsnas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.isdarts.space.Candidate;
import org.isdarts.space.Mask;
import org.isdarts.strategy.Softmax;
import org.junit.jupiter.api.Test;

class SingleSampleTest {
    private static final double[][] SHARES = {Softmax.of(new double[] {0, 1, 2})};
    private static final SingleSample SECOND = new SingleSample(SHARES, new int[] {1});
    private static final Mask ALL = Mask.of(new boolean[][] {{true, true, true}});

    @Test
    void gradientIsRewardTimesThatOfTheLogProbability() {
        assertThat(SECOND.gradient(new double[] {0.3})[0])
                .containsExactly(new double[] {-0.02701, 0.22658, -0.19957}, within(5e-6));
    }

    @Test
    void gradientOfAnEdgeSumsToZero() {
        assertThat(Arrays.stream(SECOND.gradient(new double[] {0.3})[0]).sum()).isCloseTo(0, within(1e-15));
    }

    @Test
    void rewardIsTheGradientOfTheDrawnCoefficient() {
        assertThat(SECOND.rewards(new double[][] {{7, 0.3, 9}})).containsExactly(0.3);
    }

    @Test
    void onlyTheDrawnOperationHasACoefficient() {
        assertThat(SECOND.coefficients()[0]).containsExactly(0, 1, 0);
    }

    @Test
    void operationsAreDrawnAsOftenAsTheyAreProbable() {
        Random random = new Random(4);
        double[] frequencies = new double[3];
        for (int i = 0; i < 20_000; i++) {
            frequencies[SingleSample.draw(SHARES, random).operations()[0]] += 1 / 20_000.0;
        }

        assertThat(frequencies).containsExactly(SHARES[0], within(0.01));
    }

    @Test
    void edgeIsFixedAsSoonAsTheBestLeadsByTheMargin() {
        assertThat(new EarlyFixing(0.3).discarded(ALL, new double[][] {{0.1, 0.625, 0.275}}))
                .containsExactlyInAnyOrder(new Candidate(0, 0), new Candidate(0, 2));
    }

    @Test
    void edgeWithAShorterLeadStaysOpen() {
        assertThat(new EarlyFixing(0.3).discarded(ALL, new double[][] {{0.1, 0.59, 0.31}}))
                .isEmpty();
    }

    @Test
    void fixedEdgeIsNotFixedAgain() {
        Mask fixed = Mask.of(new boolean[][] {{false, true, false}});

        assertThat(new EarlyFixing(0.3).discarded(fixed, new double[][] {{0, 1, 0}}))
                .isEmpty();
    }
}
