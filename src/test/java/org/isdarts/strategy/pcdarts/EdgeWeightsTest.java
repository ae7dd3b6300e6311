package org.isdarts.strategy.pcdarts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.isdarts.space.Darts;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Derivative;
import org.junit.jupiter.api.Test;

class EdgeWeightsTest {
    private static final SearchSpace SPACE = Darts.SPACE;

    private static double[] drawn(long seed) {
        return new Random(seed).doubles(14, -1, 1).toArray();
    }

    @Test
    void weightsOfTheEdgesIntoANodeSumToOne() {
        double[] weights = EdgeWeights.of(SPACE, drawn(1));

        for (int node = 2; node < 6; node++) {
            assertThat(SPACE.edgesInto(node).stream()
                            .mapToDouble(edge -> weights[edge])
                            .sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void equalNumbersWeighEdgesAlike() {
        assertThat(EdgeWeights.of(SPACE, new double[14])[13]).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void gradientIsThatOfFiniteDifferences() {
        double[] factors = drawn(2);
        double[] expected = Derivative.of(b -> Derivative.dot(factors, EdgeWeights.of(SPACE, b)), drawn(1));

        assertThat(EdgeWeights.gradient(SPACE, EdgeWeights.of(SPACE, drawn(1)), factors))
                .containsExactly(expected, within(1e-9));
    }

    @Test
    void sharesOfAnEdgeAreMultipliedByItsWeight() {
        assertThat(EdgeWeights.weighted(new double[][] {{0.25, 0.75}, {1, 0}}, new double[] {0.5, 0.1}))
                .isDeepEqualTo(new double[][] {{0.125, 0.375}, {0.1, 0}});
    }

    @Test
    void shuffleTakesChannelsOfAllGroupsInTurn() {
        assertThat(ChannelShuffle.sources(8, 4)).containsExactly(0, 2, 4, 6, 1, 3, 5, 7);
    }

    @Test
    void shuffleAndThenTheOtherWayRoundIsTheIdentity() {
        int[] first = ChannelShuffle.sources(12, 3);
        int[] second = ChannelShuffle.sources(12, 4);

        assertThat(Arrays.stream(second).map(channel -> first[channel]).toArray())
                .isEqualTo(IntStream.range(0, 12).toArray());
    }

    @Test
    void channelsThatDoNotFallIntoGroupsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelShuffle.sources(10, 4))
                .withMessage("10 channels do not fall into 4 equal groups");
    }
}
