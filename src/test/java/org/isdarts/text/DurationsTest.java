package org.isdarts.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({"2h, 7200", "90 min, 5400", "1h 30m, 5400", "1.5d, 129600", "20s, 20"})
    void aTimeIsReadAsPeopleWriteIt(String text, double seconds) {
        assertThat(Durations.parse(text)).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2", "2h later", "0s"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
