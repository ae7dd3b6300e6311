package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.isdarts.network.Prediction;

/**
 * Trains as the reference did. Where our gradient norm differs from the reference's by more than rounding, the undecided
 * decisions are looked for that explain it, and taken the other way. Whether they were the right ones shows in the next
 * step's loss and norm; if not, the search goes back to the next likely ones.
 *
 * <p>With {@code g} our gradient and {@code d} what reversing one decision changes, reversing a set of them gives the
 * squared norm {@code |g|^2 + sum of (2 g d) + sum of (d d')}, so one backward pass for each decision tells the norms
 * of all sets. Sets are ordered as if errors of norms and distances of decisions were normally distributed.
 */
final class Following {
    /** Relative rounding of a gradient norm in float32: its deviation, and the most. */
    private static final double NORM_DEVIATION = 1e-7;

    private static final double NORM_ROUNDING = 5e-7;

    /** The most that rounding changes a loss while the reference is followed. */
    private static final double LOSS_ROUNDING = 6e-7;

    /** How many decisions of a step are looked at, the least decided first. */
    private static final int LOOKED_AT = 20;

    private static final int LARGEST_SET = 5;

    /** A set with less than this, in the negative logarithm of its likelihood, is taken without looking further. */
    private static final double GOOD_ENOUGH = 2.5;

    /** How many sets are tried for a step. */
    private static final int TRIED = 8;

    /** How many passes may be spent. */
    private static final int PASSES = 150;

    private final Reference reference;
    private final TestedNet tested;
    private final double[] expectedLosses;
    private final double[] expectedNorms;
    private final double[] losses;
    private final double[] norms;
    private int reversed;
    private int passes;

    Following(Reference reference, TestedNet tested) {
        this.reference = reference;
        this.tested = tested;
        this.expectedLosses = reference.array("trajectory_loss").values();
        this.expectedNorms =
                reference.array("trajectory_gradient_norm_before_clip").values();
        this.losses = new double[expectedLosses.length];
        this.norms = new double[expectedLosses.length];
    }

    /** The whole training; empty if the reference cannot be followed. */
    Optional<Course> course() {
        tested.start("weight/", "buffer_at_importance/");
        return follow(0)
                ? Optional.of(new Course(losses, norms, tested.weights(), tested.running()))
                : Optional.empty();
    }

    /** How many decisions were taken the other way. */
    int reversed() {
        return reversed;
    }

    /** Trains from a step on; false if no way leads to the end. */
    private boolean follow(int step) {
        if (step == losses.length) {
            return true;
        }
        Reference.Batch batch = reference.trajectoryBatch(step);
        List<float[]> before = tested.state();
        Prediction prediction = tested.kernels().watching(() -> train(batch));
        losses[step] = prediction.lossSum() / prediction.count();
        if (Math.abs(losses[step] - expectedLosses[step]) > LOSS_ROUNDING) {
            return false;
        }
        for (List<DecidingKernels.Doubt> doubts : explanations(batch, expectedNorms[step])) {
            if (passes > PASSES) {
                return false;
            }
            tested.restore(before);
            tested.kernels().reversing(doubts, () -> train(batch));
            norms[step] = tested.descend();
            reversed += doubts.size();
            if (follow(step + 1)) {
                return true;
            }
            reversed -= doubts.size();
        }
        return false;
    }

    private Prediction train(Reference.Batch batch) {
        passes++;
        return tested.train(batch);
    }

    /** A set of decisions: the squared norm of the gradient if they are reversed, and how unlikely that is. */
    private record Choice(List<Integer> members, double squaredNorm, double unlikely) {
        double normError(double expected) {
            return Errors.relative(Math.sqrt(squaredNorm), expected);
        }

        double cost(double expected) {
            return unlikely + square(normError(expected) / NORM_DEVIATION) / 2;
        }
    }

    /** The likeliest sets of decisions that explain a gradient norm, the likeliest first. */
    private List<List<DecidingKernels.Doubt>> explanations(Reference.Batch batch, double expectedNorm) {
        double[] gradient = tested.gradient();
        List<DecidingKernels.Doubt> doubts = tested.kernels().undecided(LOOKED_AT);
        List<double[]> changes = new ArrayList<>();
        List<Choice> choices = new ArrayList<>(List.of(new Choice(List.of(), Errors.dot(gradient, gradient), 0)));
        double best = choices.get(0).cost(expectedNorm);
        for (int i = 0; i < doubts.size() && best > GOOD_ENOUGH; i++) {
            tested.kernels().reversing(List.of(doubts.get(i)), () -> train(batch));
            changes.add(Errors.sum(tested.gradient(), gradient, -1));
            double unlikely = 1 + square(doubts.get(i).distance() / DecidingKernels.ROUNDING) / 2;
            for (Choice choice : with(i, unlikely, choices, changes, gradient)) {
                choices.add(choice);
                best = Math.min(best, choice.cost(expectedNorm));
            }
        }
        return choices.stream()
                .filter(choice -> choice.normError(expectedNorm) <= NORM_ROUNDING)
                .sorted(Comparator.comparingDouble(choice -> choice.cost(expectedNorm)))
                .limit(TRIED)
                .map(choice -> choice.members.stream().map(doubts::get).toList())
                .toList();
    }

    /** All choices so far, each with one more decision reversed. */
    private static List<Choice> with(
            int added, double unlikely, List<Choice> choices, List<double[]> changes, double[] gradient) {
        double[] products = changes.stream()
                .mapToDouble(change -> Errors.dot(change, changes.get(added)))
                .toArray();
        double alone = 2 * Errors.dot(gradient, changes.get(added)) + products[added];
        List<Choice> larger = new ArrayList<>();
        for (Choice choice : choices) {
            if (choice.members.size() == LARGEST_SET) {
                continue;
            }
            double squaredNorm = choice.squaredNorm + alone;
            for (int member : choice.members) {
                squaredNorm += 2 * products[member];
            }
            List<Integer> members = new ArrayList<>(choice.members);
            members.add(added);
            larger.add(new Choice(members, squaredNorm, choice.unlikely + unlikely));
        }
        return larger;
    }

    private static double square(double value) {
        return value * value;
    }
}
