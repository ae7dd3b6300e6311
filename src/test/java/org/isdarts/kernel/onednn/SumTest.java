package org.isdarts.kernel.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SumTest {
    private static final Layout IMAGES = Layout.plain(2, 3, 4, 4);

    private static Sum.Pattern pattern(float... factors) {
        return Sum.Pattern.of(IMAGES, factors);
    }

    /** Else coefficients that change with every batch would prepare something with every batch. */
    @Test
    void onePrimitiveServesOtherFactors() {
        assertThat(pattern(0.1f, 0.2f, 0.7f)).isEqualTo(pattern(0.15f, 0.25f, 0.6f));
    }

    @Test
    void equalFactorsAreMultipliedOnce() {
        assertThat(pattern(0.2f, 0.2f, 0.2f)).isNotEqualTo(pattern(0.1f, 0.2f, 0.7f));
    }

    @Test
    void aLastFactorOfOneIsNoMultiplication() {
        assertThat(pattern(0.2f, 1)).isNotEqualTo(pattern(0.1f, 0.2f));
    }
}
