package org.isdarts.strategy.dartsminus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuxiliarySkipTest {
    @ParameterizedTest
    @CsvSource({"LINEAR, 1, 1", "LINEAR, 2, 0.98", "LINEAR, 50, 0.02", "COSINE, 1, 1", "COSINE, 26, 0.5"})
    void coefficientFadesOverTheSearch(AuxiliarySkip skip, int epoch, double beta) {
        assertThat(skip.beta(epoch, 50)).isCloseTo(beta, within(1e-12));
    }
}
