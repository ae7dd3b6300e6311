package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isdarts.network.Prediction;

/**
 * Trains as the reference did. Where our gradient norm differs from the reference's by more than rounding, the undecided
 * decisions are looked for that explain it, and taken the other way.
 *
 * <p>With {@code g} our gradient and {@code d} what reversing one decision changes, reversing a set of them gives the
 * squared norm {@code |g|^2 + sum of (2 g d) + sum of (d d')}, so one backward pass for each decision tells the norms
 * of all sets. The likeliest set wins: errors of norms and distances of decisions as if both were normally distributed.
 */
final class ReferenceFollower {
    /** Relative rounding of a gradient norm in float32: its deviation, and the most. */
    private static final double NORM_DEVIATION = 2e-7;

    private static final double NORM_ROUNDING = 5e-7;

    /** A norm further off than this is not what rounding has grown to from step to step: the reference is lost. */
    private static final double LOST = 1e-5;

    /** How many decisions of a step are looked at, the least decided first. */
    private static final int LOOKED_AT = 14;

    /** A set with less than this, in the negative logarithm of its likelihood, is taken without looking further. */
    private static final double GOOD_ENOUGH = 3;

    private final TestedNet tested;
    private final double[] expectedNorms;
    private int reversed;

    ReferenceFollower(TestedNet tested, double[] expectedNorms) {
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
        if (Errors.relative(Errors.norm(tested.gradient()), expectedNorms[step]) <= NORM_ROUNDING) {
            return Optional.of(prediction);
        }
        Optional<List<DecidingKernels.Doubt>> explanation = explanation(batch, expectedNorms[step]);
        tested.writeRunning(running);
        return explanation.map(doubts -> {
            reversed += doubts.size();
            return tested.kernels().reversing(doubts, () -> tested.train(batch));
        });
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

    private Optional<List<DecidingKernels.Doubt>> explanation(Reference.Batch batch, double expectedNorm) {
        double[] gradient = tested.gradient();
        List<DecidingKernels.Doubt> doubts = tested.kernels().undecided(LOOKED_AT);
        List<double[]> changes = new ArrayList<>();
        List<Choice> choices = new ArrayList<>(List.of(new Choice(List.of(), Errors.dot(gradient, gradient), 0)));
        Choice best = choices.get(0);
        for (int i = 0; i < doubts.size() && best.cost(expectedNorm) > GOOD_ENOUGH; i++) {
            tested.kernels().reversing(List.of(doubts.get(i)), () -> tested.train(batch));
            changes.add(Errors.sum(tested.gradient(), gradient, -1));
            double unlikely = 1 + square(doubts.get(i).distance() / DecidingKernels.ROUNDING) / 2;
            for (Choice choice : with(i, unlikely, choices, changes, gradient)) {
                choices.add(choice);
                best = choice.cost(expectedNorm) < best.cost(expectedNorm) ? choice : best;
            }
        }
        return best.normError(expectedNorm) > LOST
                ? Optional.empty()
                : Optional.of(best.members.stream().map(doubts::get).toList());
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
