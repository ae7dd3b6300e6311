package org.isdarts.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.isdarts.search.Momentum;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.SearchSettings;
import org.isdarts.search.Sgd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** References whose training was wrong in one respect. */
class TrajectoryCheckTest {
    private static Kernels kernels;

    @BeforeAll
    static void load() {
        kernels = new Nd4jKernels(2);
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    @Test
    void rightTrainingPasses() {
        Sgd right = Sgd.of(SearchSettings.initial());

        assertThat(failures(right, OptimizerSettings.LEARNING_RATE.initial())).isEmpty();
    }

    @Test
    void otherMomentumFails() {
        Sgd other = new Sgd(
                Momentum.NESTEROV,
                0.8,
                OptimizerSettings.WEIGHT_DECAY.initial(),
                OptimizerSettings.GRADIENT_CLIP.initial());

        assertThat(failures(other, OptimizerSettings.LEARNING_RATE.initial()))
                .contains("trajectory losses", "weights after training");
    }

    /** A few steps do not tell a missing weight decay from rounding; it moves the weights as little. */
    @Test
    void tenfoldWeightDecayFails() {
        Sgd tenfold = new Sgd(
                Momentum.NESTEROV,
                OptimizerSettings.MOMENTUM.initial(),
                10 * OptimizerSettings.WEIGHT_DECAY.initial(),
                OptimizerSettings.GRADIENT_CLIP.initial());

        assertThat(failures(tenfold, OptimizerSettings.LEARNING_RATE.initial())).contains("weights after training");
    }

    @Test
    void gradientClippedTooEarlyFails() {
        Sgd clipped = new Sgd(
                Momentum.NESTEROV, OptimizerSettings.MOMENTUM.initial(), OptimizerSettings.WEIGHT_DECAY.initial(), 1);

        assertThat(failures(clipped, OptimizerSettings.LEARNING_RATE.initial()))
                .contains("trajectory losses", "weights after training");
    }

    @Test
    void otherRateFails() {
        Sgd right = Sgd.of(SearchSettings.initial());

        assertThat(failures(right, 0.02)).contains("trajectory losses", "weights after training");
    }

    /** What fails against a reference trained like this. */
    private static List<String> failures(Sgd sgd, double rate) {
        Reference reference = AlteredReference.nasBench201();
        TestedNet trained = TestedNet.full(reference, new DecidingKernels(kernels));
        trained.start("weight/", "buffer_at_importance/");
        ReferenceNames names = new ReferenceNames(reference.space());
        for (int step = 0; step < reference.trajectorySteps(); step++) {
            int at = step;
            var prediction = trained.train(reference.trajectoryBatch(step));
            double norm = sgd.step(trained.net().parameters(), rate);
            reference = AlteredReference.with(
                    reference, "trajectory_loss", losses -> losses[at] = prediction.lossSum() / prediction.count());
            reference =
                    AlteredReference.with(reference, "trajectory_gradient_norm_before_clip", norms -> norms[at] = norm);
        }
        for (String name : trained.net().parameters().names()) {
            float[] weights = new float[trained.net().parameters().value(name).size()];
            trained.net().parameters().value(name).read(weights);
            reference = AlteredReference.with(reference, "weight_after_trajectory/" + names.of(name), numbers -> {
                for (int i = 0; i < weights.length; i++) {
                    numbers[i] = weights[i];
                }
            });
        }
        TestedNet tested = TestedNet.full(reference, new DecidingKernels(kernels));
        return new TrajectoryCheck(reference, tested)
                .run().stream()
                        .filter(check -> !check.passed())
                        .map(Check::subject)
                        .filter(subject -> !subject.startsWith("running"))
                        .toList();
    }
}
