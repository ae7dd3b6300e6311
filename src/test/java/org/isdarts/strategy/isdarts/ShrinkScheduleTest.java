package org.isdarts.strategy.isdarts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkScheduleTest {
    @Test
    void thePapersNasBench201SearchShrinksFourTimesTwoEpochsApart() {
        assertThat(new ShrinkSchedule(30, 4, 2).shrinkEpochs()).containsExactly(22, 24, 26, 28);
    }

    @Test
    void thePapersDartsSearchShrinksSevenTimesThreeEpochsApart() {
        assertThat(new ShrinkSchedule(50, 7, 3).shrinkEpochs()).containsExactly(29, 32, 35, 38, 41, 44, 47);
    }

    @Test
    void numbersTheStepsFromZero() {
        ShrinkSchedule schedule = new ShrinkSchedule(30, 4, 2);
        assertThat(schedule.stepAfter(22)).isZero();
        assertThat(schedule.stepAfter(28)).isEqualTo(3);
        assertThat(schedule.stepAfter(23)).isEqualTo(-1);
        assertThat(schedule.stepAfter(30)).isEqualTo(-1);
    }

    @Test
    void mayBeginAfterTheFirstEpoch() {
        assertThat(new ShrinkSchedule(5, 4, 1).shrinkEpochs()).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 1", "8, 4, 2", "30, 2, 2000000000"})
    void needsMoreEpochsThanItsStepsTake(int epochs, int steps, int interval) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShrinkSchedule(epochs, steps, interval))
                .withMessageContaining("give at least " + ((long) steps * interval + 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "9, 0, 1", "9, 1, 0", "9, -1, 1"})
    void needsPositiveNumbers(int epochs, int steps, int interval) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ShrinkSchedule(epochs, steps, interval));
    }
}
