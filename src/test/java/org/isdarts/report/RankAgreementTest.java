package org.isdarts.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected numbers are those of SciPy 1.17.1: {@code kendalltau} (tau-b) and {@code spearmanr}. */
class RankAgreementTest {
    private static final double[] SEARCHED = {61.2, 64.0, 64.0, 70.5, 58.3, 66.1};
    private static final double[] EVALUATED = {90.1, 91.2, 91.0, 93.4, 90.1, 90.6};

    private static RankAgreement agreement() {
        return RankAgreement.of(SEARCHED, EVALUATED).orElseThrow();
    }

    @Test
    void tauCountsTiesAsNeither() {
        assertThat(agreement().tau().value()).isCloseTo(0.6428571428571429, within(1e-12));
    }

    @Test
    void rhoGivesTiesTheirMeanRank() {
        assertThat(agreement().rho().value()).isCloseTo(0.7941176470588236, within(1e-12));
    }

    @Test
    void anIntervalHoldsTheNumberAndStaysWithinItsRange() {
        RankAgreement.Estimate tau = agreement().tau();
        assertThat(tau.value()).isBetween(tau.low(), tau.high());
        assertThat(tau.low()).isBetween(-1.0, 0.6);
        assertThat(tau.high()).isLessThanOrEqualTo(1);
    }

    @Test
    void equalOrdersAgreeWholly() {
        RankAgreement same = RankAgreement.of(SEARCHED, SEARCHED).orElseThrow();
        assertThat(same.tau().low()).isCloseTo(1, within(1e-12));
    }

    @Test
    void twoRunsOrEqualNumbersHaveNoOrder() {
        assertThat(RankAgreement.of(new double[] {1, 2}, new double[] {1, 2})).isEmpty();
        assertThat(RankAgreement.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isEmpty();
    }
}
