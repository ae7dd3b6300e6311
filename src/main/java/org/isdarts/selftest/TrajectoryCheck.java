package org.isdarts.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.isdarts.network.Prediction;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.SearchSettings;
import org.isdarts.search.Sgd;

/**
 * Compares some steps of training: losses, gradient norms, and the state they end in.
 *
 * <p>Training is not continuous either: a ReLU that decides differently within rounding (see {@link DecidingKernels})
 * changes the next weights a little, these change more decisions, and after a few steps two correct engines train
 * visibly different nets. So where the plain tolerances are not met, the reference is followed: its gradient norms tell
 * how it decided (see {@link ReferenceFollower}), and then the plain tolerances hold. Where they do not, because a large net
 * leaves too much undecided, the net is trained again with weights moved by a unit in the last place before every
 * step, and the reference may differ from us by three times what that changes; the allowance never shrinks from one
 * step to the next.
 */
final class TrajectoryCheck {
    private static final double LOSS = 1e-3;
    private static final double GRADIENT_NORM = 1e-3;

    /** Distance of the weights at the end, as a share of the way they went. */
    private static final double WEIGHTS = 1e-3;

    private static final double RUNNING_STATISTICS = 1e-4;

    /** Trainings with moved weights. */
    private static final int MOVED = 2;

    private static final double SPREADS_ALLOWED = 3;

    private final Reference reference;
    private final TestedNet tested;
    private final double[] expectedLosses;
    private final double[] expectedNorms;
    private final double[] expectedWeights;
    private final double way;

    TrajectoryCheck(Reference reference, TestedNet tested) {
        this.reference = reference;
        this.tested = tested;
        this.expectedLosses = reference.array("trajectory_loss").values();
        this.expectedNorms = reference.numbers("trajectory_gradient_norm_before_clip", reference.trajectorySteps());
        this.expectedWeights = tested.expectedParameters("weight_after_trajectory/");
        this.way = Errors.norm(Errors.sum(expectedWeights, tested.expectedParameters("weight/"), -1));
    }

    /** One training: loss and gradient norm of every step, and the state at the end. */
    private record Course(double[] losses, double[] norms, double[] weights, double[] running) {}

    /** How the gradient of a step is computed; empty where it cannot be. */
    private interface Pass {
        Optional<Prediction> run(Reference.Batch batch, int step);
    }

    /** The errors of one training. */
    private record Result(Errors losses, Errors norms, Errors weights, Errors running) {
        boolean passed() {
            return losses.allWithin() && norms.allWithin() && weights.allWithin() && running.allWithin();
        }

        List<Check> checks(Result plain, String note) {
            return List.of(
                    losses.check("trajectory losses", plain.losses, note),
                    norms.check("trajectory gradient norms", plain.norms, note),
                    weights.check("weights after training", plain.weights, note),
                    running.check("running statistics after training", plain.running, note));
        }
    }

    List<Check> run() {
        Course ours = train((batch, step) -> Optional.of(tested.train(batch))).orElseThrow();
        Spread none = new Spread(ours, List.of());
        Result plain = result(ours, none);
        if (plain.passed()) {
            return plain.checks(plain, "");
        }
        ReferenceFollower following = new ReferenceFollower(tested, expectedNorms);
        Optional<Result> followed =
                train(following::pass).map(course -> result(course, none)).filter(Result::passed);
        if (followed.isPresent()) {
            return followed.get().checks(plain, following.reversed() + " undecided as the reference decided");
        }
        List<Course> moved = new ArrayList<>();
        for (int seed = 0; seed < MOVED; seed++) {
            Random random = new Random(seed);
            train((batch, step) -> {
                        tested.moveWithinRounding(random);
                        return Optional.of(tested.train(batch));
                    })
                    .ifPresent(moved::add);
        }
        return result(ours, new Spread(ours, moved)).checks(plain, "rounding moves our own training");
    }

    private Optional<Course> train(Pass pass) {
        tested.start("weight/", "buffer_at_importance/");
        Sgd sgd = Sgd.of(SearchSettings.initial());
        double[] losses = new double[reference.trajectorySteps()];
        double[] norms = new double[losses.length];
        for (int step = 0; step < losses.length; step++) {
            Optional<Prediction> prediction = pass.run(reference.trajectoryBatch(step), step);
            if (prediction.isEmpty()) {
                return Optional.empty();
            }
            losses[step] = prediction.get().lossSum() / prediction.get().count();
            norms[step] = sgd.step(tested.net().parameters(), OptimizerSettings.LEARNING_RATE.initial());
        }
        return Optional.of(new Course(losses, norms, tested.weights(), tested.running()));
    }

    private Result result(Course course, Spread spread) {
        Errors losses = new Errors();
        Errors norms = new Errors();
        for (int step = 0; step < expectedLosses.length; step++) {
            String what = "step " + step;
            double error = Math.abs(course.losses[step] - expectedLosses[step]);
            losses.add(what, error, Math.max(LOSS, spread.loss(step)));
            double normError = Errors.relative(course.norms[step], expectedNorms[step]);
            norms.add(what, normError, Math.max(GRADIENT_NORM, spread.norm(step)));
        }
        Errors weights = new Errors();
        weights.add("", distance(course.weights, expectedWeights), Math.max(WEIGHTS, spread.weights()));
        Errors running = tested.byRunning(
                course.running,
                tested.expectedRunning("buffer_after_trajectory/"),
                Math.max(RUNNING_STATISTICS, spread.running()));
        return new Result(losses, norms, weights, running);
    }

    /** How far apart two ends of a training are, as a share of the way the reference went. */
    private double distance(double[] weights, double[] others) {
        return Errors.norm(Errors.sum(weights, others, -1)) / way;
    }

    /** What is allowed because rounding moves a training: three times the largest difference seen so far. */
    private final class Spread {
        private final Course ours;
        private final List<Course> moved;

        Spread(Course ours, List<Course> moved) {
            this.ours = ours;
            this.moved = moved;
        }

        double loss(int step) {
            return largest(course -> largestUpTo(step, i -> Math.abs(course.losses[i] - ours.losses[i])));
        }

        double norm(int step) {
            return largest(course -> largestUpTo(step, i -> Errors.relative(course.norms[i], ours.norms[i])));
        }

        double weights() {
            return largest(course -> distance(course.weights, ours.weights));
        }

        double running() {
            return largest(course -> tested.byRunning(course.running, ours.running, RUNNING_STATISTICS)
                    .largest());
        }

        private double largest(ToDoubleFunction<Course> difference) {
            return SPREADS_ALLOWED
                    * moved.stream().mapToDouble(difference).max().orElse(0);
        }

        private static double largestUpTo(int step, IntToDoubleFunction difference) {
            return IntStream.rangeClosed(0, step).mapToDouble(difference).max().orElse(0);
        }
    }
}
