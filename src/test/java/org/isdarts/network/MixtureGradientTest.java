package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.kernel.reference.ReferenceTensor;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of coefficients against finite differences in double precision, and what coefficients do to a pass. */
class MixtureGradientTest {
    private static final int IMAGES = 2;
    private static final double STEP = 1e-8;
    private static final int[] LABELS = {0, 2};

    private static Map<CellType, double[][]> random(SearchSpace space, long seed) {
        Random random = new Random(seed);
        Map<CellType, double[][]> coefficients = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            double[][] rows =
                    new double[space.edges().size()][space.operations().size()];
            for (double[] row : rows) {
                for (int operation = 0; operation < row.length; operation++) {
                    row[operation] = 0.05 + 0.3 * random.nextDouble();
                }
            }
            coefficients.put(type, rows);
        }
        return coefficients;
    }

    private static Map<CellType, double[][]> changed(
            Map<CellType, double[][]> coefficients, CellType type, Candidate candidate, double by) {
        Map<CellType, double[][]> copy = new EnumMap<>(CellType.class);
        coefficients.forEach((cell, rows) ->
                copy.put(cell, Stream.of(rows).map(double[]::clone).toArray(double[][]::new)));
        copy.get(type)[candidate.edge()][candidate.operation()] += by;
        return copy;
    }

    static List<SearchSpace> spaces() {
        return List.of(NasBench201.SPACE, Darts.SPACE);
    }

    static List<Arguments> drawings() {
        return List.of(
                Arguments.of(NasBench201.SPACE, Drawing.PLAIN),
                Arguments.of(Darts.SPACE, Drawing.PLAIN),
                Arguments.of(NasBench201.SPACE, Drawing.WITH_DROPPED_SKIPS),
                Arguments.of(NasBench201.SPACE, Drawing.ofPartialChannels(2)),
                Arguments.of(Darts.SPACE, Drawing.ofPartialChannels(2)));
    }

    /** With all that a drawing may want: edges have the coefficient of none. */
    private static Mixture mixture(Map<CellType, double[][]> coefficients) {
        Map<CellType, double[]> edges = new EnumMap<>(CellType.class);
        coefficients.forEach((type, rows) ->
                edges.put(type, Stream.of(rows).mapToDouble(row -> row[0]).toArray()));
        return new Mixture(coefficients).withEdges(edges).withSkipDropout(new Dropout(0.3, 5));
    }

    /** A net whose loss is a weighted sum of its logits, computed in double. */
    private static final class Net {
        private final Workshop workshop;
        private final Plan plan;
        private final float[] logitsGradient;

        Net(SearchSpace space, Drawing drawing) {
            Kernels kernels = new ReferenceKernels();
            Graph graph = drawing.of(space, Nets.SMALL, Mask.everything(space));
            workshop = new Workshop(kernels, new Parameters(kernels, graph, 3));
            plan = Plan.forTraining(workshop, graph, IMAGES);
            plan.input().write(Nets.images(IMAGES, 1));
            logitsGradient = Nets.images(1, 2);
        }

        double loss(Map<CellType, double[][]> coefficients) {
            workshop.pass().begin(mixture(coefficients), Wanted.BOTH);
            plan.forward(null);
            double loss = 0;
            for (int i = 0; i < plan.logits().size(); i++) {
                loss += logitsGradient[i] * ((ReferenceTensor) plan.logits()).get(i);
            }
            return loss;
        }

        /** The same with the weights of another net, by their names. */
        Net withWeightsOf(Net other) {
            forEveryWeight((place, name, i) -> ((ReferenceTensor)
                            workshop.parameters().value(name))
                    .set(i, ((ReferenceTensor) other.workshop.parameters().value(name)).get(i)));
            return this;
        }

        int numbers() {
            return workshop.parameters().count();
        }

        /** Adds a multiple of a direction to the weights. */
        Net moved(double[] direction, double step) {
            forEveryWeight((place, name, i) -> {
                ReferenceTensor value = (ReferenceTensor) workshop.parameters().value(name);
                value.set(i, value.get(i) + step * direction[place]);
            });
            return this;
        }

        /** The gradient of the weights along a direction. */
        double slope(double[] direction) {
            double[] sum = new double[1];
            forEveryWeight((place, name, i) -> sum[0] +=
                    direction[place] * ((ReferenceTensor) workshop.parameters().gradient(name)).get(i));
            return sum[0];
        }

        private interface Weight {
            void at(int place, String name, int index);
        }

        private void forEveryWeight(Weight weight) {
            int place = 0;
            for (String name : workshop.parameters().names()) {
                for (int i = 0; i < workshop.parameters().value(name).size(); i++) {
                    weight.at(place++, name, i);
                }
            }
        }

        MixtureGradient gradient(Map<CellType, double[][]> coefficients) {
            loss(coefficients);
            plan.backward(Arrays.copyOf(logitsGradient, plan.logits().size()));
            return workshop.pass().gradient();
        }
    }

    /** Every operation, on the first, a middle and the last edge of every cell type. */
    @ParameterizedTest
    @MethodSource("drawings")
    void agreesWithFiniteDifferences(SearchSpace space, Drawing drawing) {
        Net net = new Net(space, drawing);
        Map<CellType, double[][]> coefficients = random(space, 7);
        MixtureGradient gradient = net.gradient(coefficients);
        for (CellType type : space.cellTypes()) {
            for (int edge :
                    new int[] {0, space.edges().size() / 2, space.edges().size() - 1}) {
                for (int operation = 0; operation < space.operations().size(); operation++) {
                    Candidate candidate = new Candidate(edge, operation);
                    double difference = (net.loss(changed(coefficients, type, candidate, STEP))
                                    - net.loss(changed(coefficients, type, candidate, -STEP)))
                            / (2 * STEP);
                    assertThat(told(gradient, type, candidate))
                            .as("%s %s", type, candidate)
                            .isCloseTo(difference, within(1e-5 * (1 + Math.abs(difference))));
                }
            }
        }
    }

    /**
     * All weights along a direction, the coefficients as they are. A step may carry a rectifier over its kink; so several
     * are tried, of which a right gradient meets at least one.
     */
    @ParameterizedTest
    @MethodSource("drawings")
    void gradientOfTheWeightsAgreesWithFiniteDifferences(SearchSpace space, Drawing drawing) {
        Net net = new Net(space, drawing);
        Map<CellType, double[][]> coefficients = random(space, 7);
        net.gradient(coefficients);
        double[] direction = new Random(3).doubles(net.numbers(), -1, 1).toArray();
        double expected = net.slope(direction);

        assertThat(DoubleStream.of(1e-6, 1e-7, 1e-5, 3e-8).map(step -> {
                    double further = net.moved(direction, step).loss(coefficients);
                    double back = net.moved(direction, -2 * step).loss(coefficients);
                    net.moved(direction, step);
                    return Math.abs((further - back) / (2 * step) - expected) / (1 + Math.abs(expected));
                }))
                .anyMatch(error -> error < 1e-5);
    }

    /** The coefficient of none is that of the edge here, as {@code none} has no output. */
    private static double told(MixtureGradient gradient, CellType type, Candidate candidate) {
        double ofOperation = gradient.of(type)[candidate.edge()][candidate.operation()];
        return candidate.operation() == 0 ? ofOperation + gradient.edges().get(type)[candidate.edge()] : ofOperation;
    }

    private static Supernet supernet(Kernels kernels, SearchSpace space) {
        return new Supernet(kernels, space, Nets.SMALL, Mask.everything(space), 3);
    }

    private static Mixture constant(SearchSpace space, double value) {
        Map<CellType, double[][]> coefficients = random(space, 1);
        coefficients.values().forEach(rows -> Stream.of(rows).forEach(row -> Arrays.fill(row, value)));
        return new Mixture(coefficients);
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void equalCoefficientsGiveWhatTheConstantGives(SearchSpace space) {
        try (Kernels kernels = new ReferenceKernels();
                Supernet fixed = supernet(kernels, space);
                Supernet mixed = supernet(kernels, space)) {
            float[] images = Nets.images(IMAGES, 1);
            Prediction wanted = fixed.train(images, LABELS);
            double share = 1.0 / space.operations().size();
            Prediction given = mixed.whole().train(constant(space, share), Wanted.BOTH, images, LABELS);

            assertThat(given.lossSum()).isCloseTo(wanted.lossSum(), within(1e-6));
            assertThat(mixed.parameters().gradientNorm())
                    .isCloseTo(fixed.parameters().gradientNorm(), within(1e-6));
        }
    }

    @Test
    void theGradientOfNoneIsZero() {
        SearchSpace space = NasBench201.SPACE;
        try (Kernels kernels = new ReferenceKernels();
                Supernet net = supernet(kernels, space)) {
            net.whole().train(constant(space, 0.2), Wanted.BOTH, Nets.images(IMAGES, 1), LABELS);

            int none = space.operations().indexOf(Operation.NONE);
            assertThat(Stream.of(net.whole().gradient().of(CellType.NORMAL))).allMatch(row -> row[none] == 0);
        }
    }

    /** One operation an edge, the others neither computed nor trained. */
    @ParameterizedTest
    @MethodSource("spaces")
    void aSubnetTrainsItsOwnWeightsAndLeavesTheOthersWithoutGradient(SearchSpace space) {
        try (Kernels kernels = new ReferenceKernels();
                Supernet net = supernet(kernels, space)) {
            int chosen = space.operations().size() / 2;
            Map<CellType, Mask> single = Nets.masks(
                    space, (edge, operation) -> operation == space.operations().get(chosen));
            net.whole().train(constant(space, 1), Wanted.BOTH, Nets.images(IMAGES, 1), LABELS);
            net.subnet(single).train(constant(space, 1), Wanted.BOTH, Nets.images(IMAGES, 1), LABELS);

            String own = "." + space.operations().get(chosen).label() + ".";
            List<String> ofOperations = net.parameters().names().stream()
                    .filter(name -> space.operations().stream()
                            .anyMatch(operation -> name.contains("." + operation.label() + ".")))
                    .toList();
            assertThat(ofOperations)
                    .filteredOn(name -> !name.contains(own))
                    .isNotEmpty()
                    .allMatch(name -> isZero(Nets.numbers(net.parameters().gradient(name))));
            assertThat(ofOperations)
                    .filteredOn(name -> name.contains(own))
                    .isNotEmpty()
                    .noneMatch(name -> isZero(Nets.numbers(net.parameters().gradient(name))));
        }
    }

    private static double[] reversed(double[] row) {
        return IntStream.range(0, row.length)
                .mapToDouble(k -> row[row.length - 1 - k])
                .toArray();
    }

    /** The same net with its operations listed in another order. */
    @Test
    void operationsInAnotherOrderHaveTheSameGradientsInThatOrder() {
        SearchSpace space = NasBench201.SPACE;
        SearchSpace other = SearchSpace.named("reversed")
                .title("NAS-Bench-201, reversed")
                .description("The same operations in another order.")
                .cellTypes(CellType.NORMAL)
                .nodes(1, 4)
                .operations(IntStream.range(0, space.operations().size())
                        .mapToObj(k -> space.operations().get(space.operations().size() - 1 - k))
                        .toArray(Operation[]::new))
                .keptOnEveryEdge(1)
                .macroNet(space.macroNet())
                .notation(space.notation())
                .build();
        Map<CellType, double[][]> coefficients = random(space, 7);
        Map<CellType, double[][]> inThatOrder = Map.of(
                CellType.NORMAL,
                Stream.of(coefficients.get(CellType.NORMAL))
                        .map(MixtureGradientTest::reversed)
                        .toArray(double[][]::new));
        Net net = new Net(space, Drawing.PLAIN);
        Net same = new Net(other, Drawing.PLAIN).withWeightsOf(net);
        double[][] gradient = net.gradient(coefficients).of(CellType.NORMAL);
        double[][] permuted = same.gradient(inThatOrder).of(CellType.NORMAL);

        assertThat(same.loss(inThatOrder)).isCloseTo(net.loss(coefficients), within(1e-9));
        for (int edge = 0; edge < gradient.length; edge++) {
            assertThat(permuted[edge]).containsExactly(reversed(gradient[edge]), within(1e-9));
        }
    }

    private static boolean isZero(float[] numbers) {
        for (float number : numbers) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }

    /** Coefficients of zero everywhere but on one operation an edge are the same net as that subnet. */
    @ParameterizedTest
    @MethodSource("spaces")
    void aSubnetIsTheWholeWithAllElseAtZero(SearchSpace space) {
        try (Kernels kernels = new ReferenceKernels();
                Supernet net = supernet(kernels, space)) {
            int chosen = space.operations().size() / 2;
            Map<CellType, double[][]> ones = constant(space, 0).coefficients();
            ones.values().forEach(rows -> Stream.of(rows).forEach(row -> row[chosen] = 1));
            float[] images = Nets.images(IMAGES, 1);
            Prediction whole = net.whole().train(new Mixture(ones), Wanted.BOTH, images, LABELS);
            double ofWhole = net.whole().gradient().of(CellType.NORMAL)[0][chosen];
            Subnet subnet = net.subnet(Nets.masks(
                    space, (edge, operation) -> operation == space.operations().get(chosen)));
            Prediction sampled = subnet.train(new Mixture(ones), Wanted.BOTH, images, LABELS);

            assertThat(sampled.lossSum()).isCloseTo(whole.lossSum(), within(1e-9));
            assertThat(subnet.gradient().of(CellType.NORMAL)[0][chosen]).isCloseTo(ofWhole, within(1e-9));
        }
    }

    @Test
    void onlyWeightsThatAreWantedGetAGradient() {
        SearchSpace space = NasBench201.SPACE;
        try (Kernels kernels = new ReferenceKernels();
                Supernet net = supernet(kernels, space)) {
            net.whole().train(constant(space, 0.2), Wanted.BOTH, Nets.images(IMAGES, 1), LABELS);
            MixtureGradient both = net.whole().gradient();
            net.whole().train(constant(space, 0.2), Wanted.MIXTURE, Nets.images(IMAGES, 1), LABELS);

            assertThat(net.whole().gradient().of(CellType.NORMAL)).isDeepEqualTo(both.of(CellType.NORMAL));
        }
    }
}
