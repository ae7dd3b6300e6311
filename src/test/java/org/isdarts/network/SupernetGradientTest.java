package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.kernel.reference.ReferenceTensor;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gradient of every parameter of small nets, in double precision, against central differences along a random
 * direction. A step may carry a rectifier or a maximum over its kink and spoil one difference; so several steps are
 * tried, of which a right gradient meets at least one and a wrong one none.
 */
class SupernetGradientTest {
    private static final double[] STEPS = {1e-6, 1e-7, 1e-5, 3e-8};
    private static final double TOLERANCE = 1e-5;
    private static final int IMAGES = 3;
    private static final int FIRST_EDGES = 6;
    private static final NetworkSize SIZE = new NetworkSize(4, 1, 3, 8, 8);

    private final Random random = new Random(7);

    static Stream<Arguments> operations() {
        return SearchSpaces.ALL.stream()
                .flatMap(space -> space.operations().stream().map(operation -> Arguments.of(space.name(), operation)));
    }

    /**
     * A net of one operation on the first edges, which are all of NAS-Bench-201 and, in DARTS, lead from the inputs
     * (at stride 2 in reduction cells) and from an inner node.
     */
    @ParameterizedTest
    @MethodSource("operations")
    void everyParameterOfANetOfOneOperation(String space, Operation operation) {
        SearchSpace searchSpace = SearchSpaces.of(space);
        int kept = searchSpace.operations().indexOf(operation);
        Net net = new Net(searchSpace, (edge, candidate) -> edge < FIRST_EDGES && candidate == kept);
        for (String name : net.parameters.names()) {
            net.assertGradient(List.of(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void allParametersOfTheFullSupernet(String space) {
        Net net = new Net(SearchSpaces.of(space), (edge, operation) -> true);
        for (int direction = 0; direction < 4; direction++) {
            net.assertGradient(net.parameters.names());
        }
    }

    /** Some nodes lose all that enters or leaves them. */
    @ParameterizedTest
    @MethodSource("thinNets")
    void allParametersOfThinNets(String space, int seed) {
        Random choice = new Random(seed);
        Net net = new Net(SearchSpaces.of(space), (edge, operation) -> choice.nextInt(6) == 0);
        net.assertGradient(net.parameters.names());
    }

    static Stream<Arguments> thinNets() {
        return SearchSpaces.ALL.stream()
                .flatMap(space -> Stream.of(1, 2, 3, 4, 5, 6).map(seed -> Arguments.of(space.name(), seed)));
    }

    /** A net whose loss is the sum of its logits, each times a fixed number. */
    private final class Net {
        final Parameters parameters;
        private final Plan plan;
        private final float[] logitsGradient;

        Net(SearchSpace space, BiPredicate<Integer, Integer> kept) {
            Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
            for (CellType type : space.cellTypes()) {
                boolean[][] rows =
                        new boolean[space.edges().size()][space.operations().size()];
                for (int edge = 0; edge < rows.length; edge++) {
                    for (int operation = 0; operation < rows[edge].length; operation++) {
                        rows[edge][operation] = kept.test(edge, operation);
                    }
                }
                masks.put(type, Mask.of(rows));
            }
            ReferenceKernels kernels = new ReferenceKernels();
            Graph graph = SupernetBuilder.of(space, SIZE, masks);
            parameters = new Parameters(kernels, graph, 5);
            // Affine norms start at gamma 1 and beta 0, where some mistakes do not show.
            for (String name : parameters.names()) {
                ReferenceTensor value = (ReferenceTensor) parameters.value(name);
                for (int i = 0; i < value.size(); i++) {
                    value.set(i, value.get(i) + 0.3 * random.nextGaussian());
                }
            }
            plan = Plan.forTraining(new Workshop(kernels, parameters), graph, IMAGES);
            ReferenceTensor input = (ReferenceTensor) plan.input();
            for (int i = 0; i < input.size(); i++) {
                input.set(i, random.nextGaussian());
            }
            logitsGradient = new float[plan.logits().size()];
            for (int i = 0; i < logitsGradient.length; i++) {
                logitsGradient[i] = (float) random.nextGaussian();
            }
            plan.forward(null);
            plan.backward(logitsGradient);
        }

        private double loss() {
            plan.forward(null);
            double loss = 0;
            for (int i = 0; i < logitsGradient.length; i++) {
                loss += logitsGradient[i] * ((ReferenceTensor) plan.logits()).get(i);
            }
            return loss;
        }

        /** Checks the derivative along one random direction in the space of the named parameters. */
        void assertGradient(List<String> names) {
            List<double[]> directions = new ArrayList<>();
            double derivative = 0;
            double scale = 0;
            for (String name : names) {
                ReferenceTensor gradient = (ReferenceTensor) parameters.gradient(name);
                double[] direction = random.doubles(gradient.size(), -1, 1).toArray();
                directions.add(direction);
                for (int i = 0; i < direction.length; i++) {
                    derivative += direction[i] * gradient.get(i);
                    scale += gradient.get(i) * gradient.get(i);
                }
            }
            // Rounding of the loss by about 1e-14 becomes 1e-8 and less in a difference.
            double allowed = TOLERANCE * Math.sqrt(scale) + 1e-7;
            double closest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < STEPS.length && closest > allowed; i++) {
                closest = Math.min(closest, Math.abs(difference(names, directions, STEPS[i]) - derivative));
            }
            assertThat(closest)
                    .as("derivative %s of %s", derivative, names.size() == 1 ? names.get(0) : "all parameters")
                    .isLessThanOrEqualTo(allowed);
        }

        private double difference(List<String> names, List<double[]> directions, double step) {
            move(names, directions, step);
            double above = loss();
            move(names, directions, -2 * step);
            double below = loss();
            move(names, directions, step);
            return (above - below) / (2 * step);
        }

        private void move(List<String> names, List<double[]> directions, double step) {
            for (int n = 0; n < names.size(); n++) {
                ReferenceTensor value = (ReferenceTensor) parameters.value(names.get(n));
                for (int i = 0; i < value.size(); i++) {
                    value.set(i, value.get(i) + step * directions.get(n)[i]);
                }
            }
        }
    }
}
