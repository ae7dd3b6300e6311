package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isdarts.network.Prediction;

/**
 * Trains as the reference did: where our gradient norm differs from the reference's by more than rounding, the one or
 * two undecided decisions are looked for that explain it, and taken the other way.
 */
final class Following {
    /** Relative rounding of a gradient norm in float32. */
    private static final double ROUNDING = 5e-7;

    /** How many undecided decisions of a step are looked at, the least decided first. */
    private static final int LOOKED_AT = 8;

    private final TestedNet tested;
    private final double[] expectedNorms;
    private int reversed;

    Following(TestedNet tested, double[] expectedNorms) {
        this.tested = tested;
        this.expectedNorms = expectedNorms;
    }

    /** How many decisions were taken the other way so far. */
    int reversed() {
        return reversed;
    }

    /** Computes the gradient of a step; empty if the reference cannot be followed. */
    Optional<Prediction> pass(Reference.Batch batch, int step) {
        double[] running = tested.running();
        Prediction prediction = tested.kernels().watching(() -> tested.train(batch));
        if (explains(tested.gradient(), step)) {
            return Optional.of(prediction);
        }
        Optional<List<DecidingKernels.Decision>> explanation = explanation(batch, step);
        tested.writeRunning(running);
        return explanation.map(decisions -> {
            reversed += decisions.size();
            return tested.kernels().reversing(decisions, () -> tested.train(batch));
        });
    }

    private boolean explains(double[] gradient, int step) {
        return Errors.relative(Errors.norm(gradient), expectedNorms[step]) <= ROUNDING;
    }

    private Optional<List<DecidingKernels.Decision>> explanation(Reference.Batch batch, int step) {
        double[] ours = tested.gradient();
        List<DecidingKernels.Decision> looked = new ArrayList<>();
        List<double[]> changes = new ArrayList<>();
        for (DecidingKernels.Decision decision : tested.kernels().undecided(LOOKED_AT)) {
            tested.kernels().reversing(List.of(decision), () -> tested.train(batch));
            double[] other = tested.gradient();
            if (explains(other, step)) {
                return Optional.of(List.of(decision));
            }
            for (int i = 0; i < looked.size(); i++) {
                if (explains(Errors.sum(other, changes.get(i), 1), step)) {
                    return Optional.of(List.of(looked.get(i), decision));
                }
            }
            looked.add(decision);
            changes.add(Errors.sum(other, ours, -1));
        }
        return Optional.empty();
    }
}
