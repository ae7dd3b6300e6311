package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.isdarts.run.TinySearch;
import org.junit.jupiter.api.Test;

/** Speed and estimates, by a clock that goes as the test says. */
class PaceTest {
    private static final int STEPS = 100;

    private static final SearchConfig CONFIG = TinySearch.config();
    private static final TrainingLength LENGTH = TrainingLength.of(
            CONFIG.epochs(), STEPS, CONFIG.batchSize(), CONFIG.testImages() + CONFIG.importanceImages(0));

    private long nanoseconds;
    private final Pace pace = new Pace(LENGTH, () -> nanoseconds);

    private void train(int batches, double seconds) {
        for (int batch = 0; batch < batches; batch++) {
            nanoseconds += (long) (seconds * 1e9);
            pace.batchDone();
        }
    }

    @Test
    void nothingIsEstimatedFromTheFirstBatches() {
        pace.start();
        train(7, 0.1);
        assertThat(pace.searchSecondsLeft(1, 7)).isNaN();
        train(1, 0.1);
        assertThat(pace.searchSecondsLeft(1, 8)).isPositive();
    }

    @Test
    void slowFirstBatchesDoNotDistortTheEstimate() {
        pace.start();
        pace.epochDone(2);
        train(3, 5);
        train(7, 0.1);
        assertThat(pace.epochSecondsLeft(10)).isCloseTo(90 * 0.1 + 2, within(1e-6));
        assertThat(pace.imagesPerSecond()).isCloseTo(16 / 0.1, within(1e-6));
    }

    @Test
    void batchesBeforeAPauseDoNotCountAfterIt() {
        pace.start();
        pace.epochDone(2);
        train(50, 5);
        nanoseconds += 3_600_000_000_000L;
        pace.startAgain();
        train(7, 0.1);
        assertThat(pace.epochSecondsLeft(57)).isNaN();
        train(1, 0.1);
        assertThat(pace.epochSecondsLeft(58)).isCloseTo(42 * 0.1 + 2, within(1e-6));
    }

    @Test
    void theFirstEpochExpectsEvaluatingAndMeasuringToTakeForwardPasses() {
        pace.start();
        train(10, 0.1);
        double perEnd = 0.35 * (CONFIG.testImages() + CONFIG.importanceImages(0)) / CONFIG.batchSize() * 0.1;
        assertThat(pace.searchSecondsLeft(1, 10)).isCloseTo(90 * 0.1 + 4 * 100 * 0.1 + 5 * perEnd, within(1e-6));
    }

    @Test
    void laterEpochsExpectWhatTheLastOnesTook() {
        pace.start();
        train(100, 0.1);
        pace.epochDone(30);
        pace.epochDone(2);
        pace.epochDone(2.5);
        assertThat(pace.searchSecondsLeft(4, 100)).isCloseTo(2.5 + 100 * 0.1 + 2.5, within(1e-6));
    }
}
