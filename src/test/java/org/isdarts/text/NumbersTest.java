package org.isdarts.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "49.634, 49.6",
        "0.012345, 0.0123",
        "0, 0",
        "23050, 23100",
        "1200000, 1.2×10⁶",
        "0.00012, 1.2×10⁻⁴",
        "100000, 10⁵",
        "-0.0001, -10⁻⁴",
        "-3, -3",
        "1000, 1000",
        "Infinity, ∞",
        "NaN, –"
    })
    void numbersHaveThreeSignificantDigits(double value, String text) {
        assertThat(Numbers.of(value)).isEqualTo(text);
    }
}
