package org.isdarts.strategy.pt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.isdarts.space.Candidate;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.DecisionSchedule;
import org.junit.jupiter.api.Test;

class PerturbationRuleTest {
    private static final SearchSpace SPACE = Darts.SPACE;

    @Test
    void operationWhoseAbsenceCostsMostStaysAlone() {
        double[] accuracyWithout = {0.9, 0.8, 0.7, 0.6, 0.85, 0.9, 0.9, 0.9};

        assertThat(PerturbationRule.discarded(Mask.full(SPACE), 4, accuracyWithout))
                .hasSize(7)
                .doesNotContain(new Candidate(4, 3))
                .allMatch(candidate -> candidate.edge() == 4);
    }

    @Test
    void whatWasDiscardedIsNotCompared() {
        Mask mask = Mask.full(SPACE).without(List.of(new Candidate(4, 3)));

        assertThat(PerturbationRule.discarded(mask, 4, new double[] {9, 8, 7, 0, 8, 9, 9, 9}))
                .hasSize(6)
                .doesNotContain(new Candidate(4, 2));
    }

    @Test
    void edgeWhoseAbsenceCostsLeastGoes() {
        double[] accuracyWithout = new double[14];
        accuracyWithout[6] = 0.9;
        accuracyWithout[7] = 0.8;

        assertThat(PerturbationRule.leastMissed(List.of(5, 6, 7), accuracyWithout))
                .isEqualTo(6);
    }

    @Test
    void everyEdgeIsDecidedOnceAndNodesLoseWhatTheyHaveTooMany() {
        Decisions decisions = Decisions.draw(SPACE, new Random(1));

        assertThat(decisions.edges())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, SPACE.edges().size()).boxed().toList());
        assertThat(decisions.nodes()).containsExactlyInAnyOrder(3, 4, 4, 5, 5, 5);
    }

    @Test
    void nodesOfNasBench201KeepAllTheirEdges() {
        assertThat(Decisions.draw(NasBench201.SPACE, new Random(1)).nodes()).isEmpty();
    }

    @Test
    void authorsDecideEveryFifthEpochFromThe50thInDartsAndFromThe100thInNasBench201() {
        assertThat(Decisions.draw(SPACE, new Random(1)).schedule(145)).isEqualTo(new DecisionSchedule(50, 5));
        assertThat(Decisions.draw(NasBench201.SPACE, new Random(1)).schedule(125))
                .isEqualTo(new DecisionSchedule(100, 5));
    }

    @Test
    void shortSearchTrainsHalfOfItsEpochsBeforeItDecides() {
        assertThat(Decisions.draw(NasBench201.SPACE, new Random(1)).schedule(30))
                .isEqualTo(new DecisionSchedule(20, 2));
    }

    @Test
    void orderFollowsFromTheSeed() {
        assertThat(Decisions.draw(SPACE, new Random(1)))
                .isEqualTo(Decisions.draw(SPACE, new Random(1)))
                .isNotEqualTo(Decisions.draw(SPACE, new Random(2)));
    }
}
