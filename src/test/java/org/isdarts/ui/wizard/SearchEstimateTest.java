package org.isdarts.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.isdarts.profile.Trial;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchConfig;
import org.junit.jupiter.api.Test;

class SearchEstimateTest {
    private final SearchConfig config = TinySearch.config();
    private final Dataset dataset = Datasets.open("synthetic", 0);

    @Test
    void speedIsThatOfTheFullSupernet() {
        assertThat(estimate(0.5, 0.1, 100).imagesPerSecond()).isCloseTo(16 / 0.5, within(1e-9));
    }

    @Test
    void aNetThatNeverGetsCheaperTakesAllEpochsAtFullCost() {
        // 5 training steps an epoch, 40 + 16 images forward at 0.35 of a step each, 5 epochs, 15 % either way.
        double seconds = 5 * (5 + 0.35 * 56 / 16) * 2;
        SearchEstimate estimate = estimate(2, 2, 100);
        assertThat(estimate.leastSeconds()).isCloseTo(0.85 * seconds, within(1e-9));
        assertThat(estimate.mostSeconds()).isCloseTo(1.15 * seconds, within(1e-9));
    }

    @Test
    void shrinkingMakesTheLeastTimeShorter() {
        // Shrinks after each of the epochs 1 to 4: 1, 3/4, 1/2, 1/4 and none of what can go is trained.
        double steps = 5 * 0.1 + (2 - 0.1) * (1 + 0.75 + 0.5 + 0.25);
        assertThat(estimate(2, 0.1, 100).leastSeconds()).isCloseTo(0.85 * (5 + 0.35 * 56 / 16) * steps, within(1e-9));
    }

    @Test
    void moreMemoryThanThereIsIsSaid() {
        assertThat(estimate(1, 1, 100).isTooLarge()).isFalse();
        assertThat(estimate(1, 1, 2000).isTooLarge()).isTrue();
        assertThat(estimate(1, 1, Double.NaN).isTooLarge()).isFalse();
    }

    @Test
    void timesAreReadAsPeopleSayThem() {
        assertThat(new SearchEstimate(1, 720, 1080, 1, 1).time()).isEqualTo("12 to 18 min");
        assertThat(new SearchEstimate(1, 3.21, 8.74, 1, 1).time()).isEqualTo("3.2 to 8.7 s");
        assertThat(new SearchEstimate(1, 9000, 16200, 1, 1).time()).isEqualTo("2.5 to 4.5 h");
    }

    @Test
    void aTrialMeasuresTheChosenNetOnThisMachine() {
        Trial trial = Trial.run(config, () -> new Nd4jKernels(1), 10, 32, 32, () -> false);
        assertThat(trial.fullSeconds()).isPositive();
        assertThat(trial.narrowSeconds()).isPositive().isLessThanOrEqualTo(trial.fullSeconds());
        assertThat(trial.device()).contains("ND4J");
    }

    private SearchEstimate estimate(double full, double narrow, double megabytes) {
        return SearchEstimate.of(new Trial("CPU", full, narrow, megabytes, 1000), config, dataset);
    }
}
