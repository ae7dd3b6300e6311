package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateScheduleTest {
    private static final double EXACT = 1e-15;

    /** quark0/darts, cnn/train.py: CosineAnnealingLR over 600 epochs from 0.025, stepped once an epoch. */
    @Test
    void theCosineOfDartsIsHalfTheFirstRateInTheMiddle() {
        RateSchedule darts = new RateSchedule.Cosine(0.025, 0, 0, 600);
        assertThat(darts.at(1, 0)).isEqualTo(0.025);
        assertThat(darts.at(301, 0.9)).isCloseTo(0.0125, within(EXACT));
        assertThat(darts.at(600, 0)).isCloseTo(0.025 / 2 * (1 + Math.cos(Math.PI * 599 / 600)), within(EXACT));
    }

    /** HY-HE/IS-DARTS on AutoDL's CosineAnnealingLR: 5 epochs of warm-up, T = 595, 600 epochs in all. */
    @Test
    void theWarmUpRisesByStepsFromNothing() {
        RateSchedule authors = new RateSchedule.Cosine(0.025, 0, 5, 600);
        assertThat(authors.at(1, 0)).isZero();
        assertThat(authors.at(3, 0.5)).isCloseTo(0.0125, within(EXACT));
        assertThat(authors.at(6, 0)).isCloseTo(0.025, within(EXACT));
        assertThat(authors.at(300, 0)).isCloseTo(0.025 / 2 * (1 + Math.cos(Math.PI * 294 / 595)), within(EXACT));
    }

    @Test
    void theLastEpochsAfterAWarmUpHaveTheLastRate() {
        RateSchedule authors = new RateSchedule.Cosine(0.025, 0.001, 5, 600);
        assertThat(authors.at(595, 0)).isGreaterThan(0.001);
        assertThat(authors.at(596, 0)).isEqualTo(0.001);
        assertThat(authors.at(600, 0.9)).isEqualTo(0.001);
    }

    /** quark0/darts, cnn/train_imagenet.py: StepLR of one epoch and factor 0.97 from 0.1. */
    @Test
    void anExponentialMultipliesTheRateEveryEpoch() {
        RateSchedule schedule = new RateSchedule.Exponential(0.1, 0.97);
        assertThat(schedule.at(1, 0.5)).isEqualTo(0.1);
        assertThat(schedule.at(3, 0)).isCloseTo(0.1 * 0.97 * 0.97, within(EXACT));
    }

    @Test
    void stepsMultiplyTheRateEveryFewEpochs() {
        RateSchedule schedule = new RateSchedule.Steps(0.1, 0.1, 30);
        assertThat(schedule.at(30, 0.9)).isEqualTo(0.1);
        assertThat(schedule.at(31, 0)).isCloseTo(0.01, within(EXACT));
        assertThat(schedule.at(61, 0)).isCloseTo(0.001, within(EXACT));
    }
}
