package org.isdarts.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isdarts.data.DataSettings;
import org.isdarts.profile.RunTrial;
import org.isdarts.search.TrainingConfig;
import org.junit.jupiter.api.Test;

/** Budgets of a machine on which every image that is trained on takes a millisecond. */
class SweepBudgetTest {
    private static final int ALL_IMAGES = 50_000;

    private final List<String> tried = new ArrayList<>();
    private final Trials trials = new Trials(this::trial);

    private SweepEstimate estimate(SweepPlan plan) {
        return SweepEstimate.of(plan, trials, () -> false);
    }

    private SweepEstimate estimate(SweepPlan plan, double most) {
        return SweepEstimate.of(plan, most, trials, () -> false);
    }

    private RunTrial trial(TrainingConfig config) {
        tried.add(config.presetName());
        return new RunTrial(0, config.batchSize() / 1000.0, 100, ALL_IMAGES, 0);
    }

    private static SweepPlan plan(String preset) {
        return new SweepPlan(
                Map.of("seed", List.of("0", "1", "2", "3")), Map.of("preset", preset), List.of(), Map.of());
    }

    private SweepBudget.Sized sized(double seconds, SweepPlan plan) {
        return new SweepBudget(seconds, 2, this::estimate).sized(plan);
    }

    private SweepBudget.Sized sized(double seconds, String preset) {
        return sized(seconds, plan(preset));
    }

    @Test
    void runsAtTheSameTimeShareTheTime() {
        SweepEstimate tiny = estimate(plan("tiny"));
        assertThat(tiny.seconds(1)).isEqualTo(4 * tiny.runs().get(0).seconds());
        assertThat(tiny.seconds(3)).isEqualTo(2 * tiny.runs().get(0).seconds());
        assertThat(tiny.megabytes(3)).isEqualTo(300);
        assertThat(tiny.fitting(3, 250)).isEqualTo(2);
    }

    @Test
    void trainingsThatFollowAreCountedIn() {
        SweepPlan then = new SweepPlan(Map.of(), Map.of("preset", "tiny"), List.of(), Map.of("evaluate", "tiny"));
        double search = estimate(plan("tiny")).runs().get(0).seconds();
        assertThat(estimate(then).seconds(1)).isEqualTo(search + 2 * 320 / 1000.0);
    }

    @Test
    void aPlanThatFitsStaysAsItIs() {
        assertThat(sized(1e6, "quick").plan()).isEqualTo(plan("quick"));
    }

    @Test
    void aPlanThatIsTooLongHasFewerImages() {
        double whole = estimate(plan("quick")).seconds(2);
        SweepBudget.Sized half = sized(whole / 2, "quick");
        assertThat(half.made()).matches("[0-9]+ training images");
        assertThat(half.estimate().seconds(2)).isBetween(0.35 * whole, 0.5 * whole);
    }

    @Test
    void neitherSeedsNorImagesNeedAnotherTrial() {
        sized(estimate(plan("quick")).seconds(2) / 2, "quick");
        assertThat(tried).containsExactly("quick");
    }

    @Test
    void aSizeThatIsFarTooLongIsTriedForOneStrategyAlone() {
        SweepPlan plan = new SweepPlan(
                Map.of("strategy", List.of("darts-1", "sgas", "drnas")),
                Map.of("preset", "paper"),
                List.of(),
                Map.of());
        assertThat(sized(100, plan).made()).startsWith("preset quick");
        assertThat(tried).containsExactly("paper", "quick", "quick", "quick");
    }

    @Test
    void aPlanThatIsFarTooLongHasASmallerPreset() {
        double quick = estimate(plan("quick")).seconds(2);
        assertThat(sized(quick, "paper").made()).isEqualTo("preset quick");
    }

    @Test
    void whereNoPresetFitsThereAreFewerSeeds() {
        SweepPlan plan = plan("tiny").with(DataSettings.TRAIN_IMAGES, "320");
        double one = estimate(plan).runs().get(0).seconds();
        SweepBudget.Sized sized = sized(one, plan);
        assertThat(sized.made()).isEqualTo("2 of 4 seeds");
        assertThat(sized.plan().axes().get("seed")).containsExactly("0", "1");
    }

    @Test
    void aPlanThatNeverFitsIsRefused() {
        assertThatThrownBy(() -> sized(0.5, "tiny"))
                .isInstanceOf(SweepException.class)
                .hasMessage(
                        "even its smallest size takes longer than 0.5 s; give a larger budget, or fewer combinations");
    }
}
