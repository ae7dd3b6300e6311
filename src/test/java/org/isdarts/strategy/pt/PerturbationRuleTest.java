package org.isdarts.strategy.pt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.isdarts.space.Candidate;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
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
    void nodeWithThreeEdgesHasTooMany() {
        assertThat(PerturbationRule.hasTooMany(SPACE, Mask.full(SPACE), 3)).isTrue();
    }

    @Test
    void nodeWithTwoEdgesHasNot() {
        List<Candidate> ofOneEdge = IntStream.range(0, 8)
                .mapToObj(operation -> new Candidate(3, operation))
                .toList();

        assertThat(PerturbationRule.hasTooMany(SPACE, Mask.full(SPACE).without(ofOneEdge), 3))
                .isFalse();
    }

    @Test
    void nodesOfNasBench201KeepAllTheirEdges() {
        SearchSpace space = NasBench201.SPACE;

        assertThat(PerturbationRule.hasTooMany(space, Mask.full(space), 3)).isFalse();
    }
}
