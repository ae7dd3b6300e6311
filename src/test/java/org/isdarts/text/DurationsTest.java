package org.isdarts.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "3.24, 3.2 s",
        "9.96, 10 s",
        "89, 89 s",
        "90, 2 min",
        "5340, 89 min",
        "5400, 1 h 30 min",
        "7500, 2 h 5 min"
    })
    void aTimeIsToldInTheUnitThatPeopleUseForIt(double seconds, String text) {
        assertThat(Durations.of(seconds)).isEqualTo(text);
    }
}
