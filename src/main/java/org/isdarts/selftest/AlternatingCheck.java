package org.isdarts.selftest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.Drawing;
import org.isdarts.network.Mixture;
import org.isdarts.search.Momentum;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.SearchSettings;
import org.isdarts.search.Sgd;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.strategy.Activation;
import org.isdarts.strategy.Adam;
import org.isdarts.strategy.LearnedArray;

/**
 * Two steps of first-order DARTS as its authors take them (quark0/darts): the architecture's, then the weights' with plain
 * momentum. Those of D-X-Y/AutoDL-Projects, in the other order, are no strategy's here and not compared.
 */
final class AlternatingCheck {
    private static final double ARCHITECTURE_RATE = 3e-4;
    private static final double ARCHITECTURE_DECAY = 1e-3;
    private static final double RATE = 0.025;
    private static final double LOSS = 1e-4;
    private static final double WEIGHTS = 1e-3;

    /** Of the length of all steps of Adam so far. */
    private static final double ARCHITECTURE = 0.02;

    /** Adam divides by the gradient's size, so that one as small as this is rounding. */
    private static final double LEAST_GRADIENT = 1e-6;

    private final Sgd sgd = Sgd.of(SearchSettings.initial().with(OptimizerSettings.MOMENTUM_KIND, Momentum.POLYAK));
    private final StrategyReference reference;
    private final Kernels kernels;

    AlternatingCheck(StrategyReference reference, Kernels kernels) {
        this.reference = reference;
        this.kernels = kernels;
    }

    List<Check> run() {
        Errors errors = new Errors();
        for (String place : reference.placesOf("darts")) {
            compare(place, place + "/authors", errors);
        }
        return errors.isEmpty() ? List.of() : List.of(errors.check("DARTS: alternating steps"));
    }

    private void compare(String place, String entry, Errors errors) {
        if (!reference.has(entry + "/train_loss")) {
            return;
        }
        try (StrategyNet net = StrategyNet.shared(reference, place, kernels, Drawing.PLAIN)) {
            Course course = new Course(net, place, entry, errors);
            int steps = reference.numbers(entry + "/train_loss").length;
            double[] before = net.weights();
            for (int number = 0; number < steps; number++) {
                course.stepArchitecture(number);
                course.stepWeights(number);
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
    }

    /** The two steps of one net. */
    private final class Course {
        private final StrategyNet net;
        private final String entry;
        private final Errors errors;
        private final Map<CellType, LearnedArray> architecture = new EnumMap<>(CellType.class);

        Course(StrategyNet net, String place, String entry, Errors errors) {
            this.net = net;
            this.entry = entry;
            this.errors = errors;
            Adam adam = Adam.ofDarts(ARCHITECTURE_RATE, ARCHITECTURE_DECAY);
            net.tables(place + "/alpha")
                    .forEach(
                            (type, table) -> architecture.put(type, new LearnedArray(type.label(), flat(table), adam)));
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
            architecture.forEach((type, array) -> {
                double[] gradient = flat(Activation.SOFTMAX.gradient(
                        shares.get(type), pass.gradient().of(type)));
                double[] whole = Errors.sum(gradient, array.values(), ARCHITECTURE_DECAY);
                array.step(gradient);
                double[] expected =
                        reference.numbers(entry + "/alpha_after/" + (number + 1) + "/" + Reference.typeName(type));
                add(type, number, whole, array.values(), expected);
            });
        }

        private void add(CellType type, int number, double[] gradient, double[] values, double[] expected) {
            double largest = 0;
            for (int i = 0; i < values.length; i++) {
                if (Math.abs(gradient[i]) >= LEAST_GRADIENT) {
                    largest = Math.max(largest, Math.abs(values[i] - expected[i]));
                }
            }
            errors.add(
                    entry + "/alpha_after/" + (number + 1) + " " + type,
                    largest / (ARCHITECTURE_RATE * (number + 1)),
                    ARCHITECTURE);
        }

        void stepWeights(int number) {
            StrategyNet.Pass pass = net.train(new Mixture(shares()), net.batch("train", number));
            addNumber("train_loss", pass.loss(), reference.numbers(entry + "/train_loss")[number]);
            sgd.step(net.parameters(), RATE);
        }

        void addNumber(String what, double number, double expected) {
            errors.add(entry + "/" + what, Errors.relative(number, expected), LOSS);
        }

        private static double[] flat(double[][] table) {
            return Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
        }
    }
}
