package org.isdarts.strategy.fairdarts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isdarts.space.Candidate;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.junit.jupiter.api.Test;

class ThresholdRuleTest {
    private static final ThresholdRule RULE = new ThresholdRule(0.85);

    @Test
    void nodeKeepsWhatIsAboveTheThreshold() {
        double[][] sigmoids = new double[14][8];
        sigmoids[3][4] = 0.9;
        sigmoids[2][5] = 0.84;

        assertThat(RULE.cell(Darts.SPACE, sigmoids)).containsExactly(new Candidate(3, 4));
    }

    @Test
    void nodeKeepsNoMoreThanTwoEdges() {
        double[][] sigmoids = new double[14][8];
        for (int edge = 9; edge < 14; edge++) {
            sigmoids[edge][1] = 0.9 + edge / 1000.0;
        }

        assertThat(RULE.cell(Darts.SPACE, sigmoids)).containsExactly(new Candidate(12, 1), new Candidate(13, 1));
    }

    @Test
    void edgeOfNasBench201BelowTheThresholdHasNone() {
        double[][] sigmoids = new double[6][5];
        sigmoids[4][3] = 0.9;
        List<Candidate> cell = RULE.cell(NasBench201.SPACE, sigmoids);

        assertThat(cell).hasSize(6).contains(new Candidate(4, 3), new Candidate(0, 0));
    }
}
