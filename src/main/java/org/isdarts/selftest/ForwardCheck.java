package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.isdarts.network.Prediction;

/** Compares one forward and backward pass in training: logits, loss, running statistics and every gradient. */
final class ForwardCheck {
    private static final double LOGITS = 1e-4;
    private static final double RUNNING_STATISTICS = 1e-4;
    private static final double GRADIENT = 1e-3;

    /** A parameter's gradient counts as at least this share of all gradients together. */
    private static final double SMALLEST_GRADIENT = 1e-5;

    /** How many undecided decisions are looked at, the least decided first. */
    private static final int LOOKED_AT = 48;

    private final Reference reference;
    private final TestedNet tested;

    ForwardCheck(Reference reference, TestedNet tested) {
        this.reference = reference;
        this.tested = tested;
    }

    List<Check> run() {
        Reference.Batch batch = reference.batch();
        List<Check> checks = new ArrayList<>();
        Prediction prediction = tested.kernels().watching(() -> tested.train(batch));
        checks.add(logits(prediction));
        Errors loss = new Errors();
        loss.add(
                "",
                Errors.relative(
                        prediction.lossSum() / prediction.count(), reference.numbers("loss", 1)[0]),
                LOGITS);
        checks.add(loss.check("loss"));
        checks.add(
                tested.byRunning(tested.running(), tested.expectedRunning("buffer_at_importance/"), RUNNING_STATISTICS)
                        .check("running statistics"));
        checks.add(gradients(batch));
        return checks;
    }

    private Check logits(Prediction prediction) {
        double[] values = IntStream.range(0, prediction.logits().length)
                .mapToDouble(i -> prediction.logits()[i])
                .toArray();
        Errors logits = new Errors();
        logits.add("", Errors.relative(values, reference.numbers("logits", values.length), 0), LOGITS);
        return logits.check("logits");
    }

    /**
     * The relative error of every parameter's gradient. Where one is too large, undecided decisions are taken the other
     * way, one after the other, and kept so where that brings all gradients together nearer to the reference: the
     * reference may have decided either way, but only one way for all parameters.
     */
    private Check gradients(Reference.Batch batch) {
        double[] expected = tested.expectedParameters("gradient/");
        double[] ours = tested.gradient();
        Errors plain = errors(ours, expected);
        Errors errors = plain;
        double[] nearest = ours;
        int reversed = 0;
        for (DecidingKernels.Doubt doubt : tested.kernels().undecided(LOOKED_AT)) {
            if (errors.allWithin()) {
                break;
            }
            tested.kernels().reversing(List.of(doubt), () -> tested.train(batch));
            double[] other = Errors.sum(nearest, Errors.sum(tested.gradient(), ours, -1), 1);
            if (Errors.norm(Errors.sum(other, expected, -1)) < Errors.norm(Errors.sum(nearest, expected, -1))) {
                nearest = other;
                reversed++;
                errors = errors(nearest, expected);
            }
        }
        String note = reversed == 0 ? "" : reversed + " undecided as the reference decided";
        return errors.check("gradients", plain, note);
    }

    private Errors errors(double[] gradient, double[] expected) {
        double floor = SMALLEST_GRADIENT * Errors.norm(expected);
        return tested.byParameter(gradient, expected, floor, GRADIENT);
    }
}
