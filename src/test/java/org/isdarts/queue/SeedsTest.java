package org.isdarts.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.isdarts.settings.ViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of seeds as a person writes them. */
class SeedsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0-4", "0..4", " 0 - 4 ", "0–4", "0,1, 2 ,3,4", "0-2,3-4", "0-3,2-4"})
    void theFirstFiveSeedsAreWrittenInManyWays(String text) {
        assertThat(Seeds.parse(text)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void seedsMayBeNegative() {
        assertThat(Seeds.parse("-2--1, 7")).containsExactly(-2L, -1L, 7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "0-", "1,,2", "0-b", "4 5", "99999999999999999999"})
    void whatIsNoSeedIsNamed(String text) {
        assertThatThrownBy(() -> Seeds.parse(text))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("is not a seed");
    }

    @Test
    void aRangeDoesNotRunBackwards() {
        assertThatThrownBy(() -> Seeds.parse("4-0"))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("give the smaller seed first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-1000", "0-9223372036854775807"})
    void tooManySeedsAreRefused(String text) {
        assertThatThrownBy(() -> Seeds.parse(text))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("at most 1000");
    }
}
