package org.isdarts.selftest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Kernels.MomentumStep;
import org.isdarts.network.Drawing;
import org.isdarts.network.Mixture;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.strategy.Activation;
import org.isdarts.strategy.Adam;
import org.isdarts.strategy.LearnedArray;

/**
 * Two steps of first-order DARTS, as its authors take them (quark0/darts) and as the benchmark's authors do
 * (D-X-Y/AutoDL-Projects).
 */
final class AlternatingCheck {
    private static final Adam ADAM = Adam.ofDarts(3e-4, 1e-3);
    private static final double RATE = 0.025;
    private static final double LOSS = 1e-4;
    private static final double WEIGHTS = 1e-3;

    /** Of the length of all steps of Adam so far. */
    private static final double ARCHITECTURE = 0.02;

    /** Adam divides by the gradient's size, so that one as small as this is rounding. */
    private static final double LEAST_GRADIENT = 1e-6;

    private static final double MOMENTUM = 0.9;
    private static final double CLIP = 5;

    /** The architecture's step, then the weights' with plain momentum. */
    private static final Order AUTHORS = new Order(
            "authors",
            factor -> MomentumStep.polyak(factor, 3e-4, MOMENTUM, RATE),
            (weights, architecture) -> weights,
            List.of(Course::stepArchitecture, Course::stepWeights));

    /** The weights' step with Nesterov's momentum, clipped by the norm of both gradients, then the architecture's. */
    private static final Order BENCHMARK = new Order(
            "benchmark",
            factor -> MomentumStep.nesterov(factor, 5e-4, MOMENTUM, RATE),
            Math::hypot,
            List.of(Course::stepWeights, Course::stepArchitecture));

    /**
     * How often weights are rounded anew, where the numbers given are not met, to see how far rounding alone leads. In a
     * small net a pooling or a ReLU may stand so near to a change that one rounding decides it: then the architecture's
     * gradient, by which Adam divides, has two values, both of them right. In the DARTS space of the shared reference that is
     * so at the benchmark's second step, where factors of 1 + 1e-7 turn the step by 0.57 of a rate.
     */
    private static final int ROUNDINGS = 6;

    private final StrategyReference reference;
    private final Kernels kernels;

    AlternatingCheck(StrategyReference reference, Kernels kernels) {
        this.reference = reference;
        this.kernels = kernels;
    }

    /**
     * In which order steps are taken, and how the weights'.
     *
     * @param name what the reference calls it
     * @param descent the weights' step for a factor of their gradient
     * @param clipped which norm is clipped, of those of the weights' and the architecture's gradient
     * @param steps of one batch of either kind
     */
    private record Order(
            String name,
            DoubleFunction<MomentumStep> descent,
            DoubleBinaryOperator clipped,
            List<ObjIntConsumer<Course>> steps) {}

    List<Check> run() {
        Errors plain = new Errors();
        Errors errors = new Errors();
        for (Order order : List.of(AUTHORS, BENCHMARK)) {
            for (String place : reference.placesOf("darts")) {
                if (reference.has(place + "/" + order.name + "/train_loss")) {
                    compare(place, order, plain, errors);
                }
            }
        }
        String note = plain.allWithin() ? "" : "rounding of the weights moves the reference";
        return errors.isEmpty() ? List.of() : List.of(errors.check("DARTS: alternating steps", plain, note));
    }

    private void compare(String place, Order order, Errors plain, Errors errors) {
        Errors ours = follow(place, order, net -> {});
        plain.addAll(ours);
        errors.addAll(ours.allWithin() ? ours : ours.allowing(rounded(place, order)));
    }

    private List<Errors> rounded(String place, Order order) {
        return LongStream.rangeClosed(1, ROUNDINGS)
                .mapToObj(seed -> follow(place, order, net -> net.roundWeights(seed)))
                .toList();
    }

    private Errors follow(String place, Order order, Consumer<StrategyNet> begin) {
        String entry = place + "/" + order.name;
        Errors errors = new Errors();
        try (StrategyNet net = StrategyNet.shared(reference, place, kernels, Drawing.PLAIN)) {
            begin.accept(net);
            Course course = new Course(net, place, order, errors);
            int steps = reference.numbers(entry + "/train_loss").length;
            double[] before = net.weights();
            for (int number = 0; number < steps; number++) {
                for (ObjIntConsumer<Course> step : order.steps) {
                    step.accept(course, number);
                }
            }
            double norm = Math.hypot(Errors.norm(net.weights()), net.normOfFurtherWeights());
            course.addNumber("weight_norm_after", norm, reference.numbers(entry + "/weight_norm_after")[0]);
            if (net.isExpected(entry + "/weight_after/")) {
                double[] expected = net.expected(entry + "/weight_after/");
                double way = Errors.norm(Errors.sum(expected, before, -1));
                double distance = Errors.norm(Errors.sum(net.weights(), expected, -1));
                errors.add(entry + "/weight_after", distance / way, WEIGHTS);
            }
        }
        return errors;
    }

    /** The two steps of one net. */
    private final class Course {
        private final StrategyNet net;
        private final Order order;
        private final String entry;
        private final Errors errors;
        private final Map<CellType, LearnedArray> architecture = new EnumMap<>(CellType.class);

        Course(StrategyNet net, String place, Order order, Errors errors) {
            this.net = net;
            this.order = order;
            this.entry = place + "/" + order.name;
            this.errors = errors;
            net.tables(place + "/alpha")
                    .forEach(
                            (type, table) -> architecture.put(type, new LearnedArray(type.label(), flat(table), ADAM)));
        }

        private Map<CellType, double[][]> shares() {
            int operations = net.space().operations().size();
            return net.ofTypes(type -> {
                double[] values = architecture.get(type).values();
                double[][] table = new double[values.length / operations][];
                Arrays.setAll(table, edge -> Arrays.copyOfRange(values, edge * operations, (edge + 1) * operations));
                return Activation.SOFTMAX.coefficients(table, Mask.full(net.space()));
            });
        }

        void stepArchitecture(int number) {
            Map<CellType, double[][]> shares = shares();
            StrategyNet.Pass pass = net.train(new Mixture(shares), net.batch("valid", number));
            addNumber("valid_loss", pass.loss(), reference.numbers(entry + "/valid_loss")[number]);
            gradient(shares, pass).forEach((type, gradient) -> {
                LearnedArray array = architecture.get(type);
                double[] whole = Errors.sum(gradient, array.values(), ADAM.decay());
                array.step(gradient);
                add(entry + "/alpha_after/" + (number + 1) + "/" + Reference.typeName(type), number, whole, array);
            });
        }

        private Map<CellType, double[]> gradient(Map<CellType, double[][]> shares, StrategyNet.Pass pass) {
            return net.ofTypes(type -> flat(Activation.SOFTMAX.gradient(
                    shares.get(type), pass.gradient().of(type))));
        }

        private void add(String what, int number, double[] gradient, LearnedArray array) {
            double[] way = Errors.sum(array.values(), reference.numbers(what), -1);
            double largest = IntStream.range(0, way.length)
                    .filter(i -> Math.abs(gradient[i]) >= LEAST_GRADIENT)
                    .mapToDouble(i -> Math.abs(way[i]))
                    .max()
                    .orElse(0);
            errors.add(what, largest / (ADAM.rate() * (number + 1)), ARCHITECTURE);
        }

        void stepWeights(int number) {
            Map<CellType, double[][]> shares = shares();
            StrategyNet.Pass pass = net.train(new Mixture(shares), net.batch("train", number));
            addNumber("train_loss", pass.loss(), reference.numbers(entry + "/train_loss")[number]);
            double ofArchitecture = gradient(shares, pass).values().stream()
                    .mapToDouble(Errors::norm)
                    .reduce(0, Math::hypot);
            double norm = order.clipped.applyAsDouble(net.parameters().gradientNorm(), ofArchitecture);
            net.parameters().step(order.descent.apply(Math.min(1, CLIP / norm)));
        }

        void addNumber(String what, double number, double expected) {
            errors.add(entry + "/" + what, Errors.relative(number, expected), LOSS);
        }

        private static double[] flat(double[][] table) {
            return Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
        }
    }
}
