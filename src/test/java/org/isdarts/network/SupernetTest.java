package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.isdarts.kernel.ForwardingKernels;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupernetTest {
    private static final Kernels.MomentumStep STEP = Kernels.MomentumStep.nesterov(1, 3e-4, 0.9, 0.025);
    private static final int IMAGES = 4;

    private final Kernels nd4j = new Nd4jKernels(2);

    @AfterEach
    void close() {
        nd4j.close();
    }

    private static Supernet net(Kernels kernels, SearchSpace space, Nets.Choice choice) {
        return new Supernet(kernels, space, Nets.SMALL, Nets.masks(space, choice), 3);
    }

    private static double train(Supernet net, int images, long seed) {
        double loss =
                net.train(Nets.images(images, seed), Nets.labels(images, seed)).lossSum();
        net.parameters().step(STEP);
        return loss;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void trainsAlikeOnNd4jAndOnTheReference(String space) {
        Supernet expected = net(new ReferenceKernels(), SearchSpaces.of(space), (edge, operation) -> true);
        Supernet actual = net(nd4j, SearchSpaces.of(space), (edge, operation) -> true);
        for (int step = 0; step < 2; step++) {
            double loss = train(expected, IMAGES, step);
            assertThat(train(actual, IMAGES, step)).isCloseTo(loss, within(1e-4 * loss));
        }
        Map<String, Tensor> state = actual.parameters().state();
        expected.parameters().state().forEach((name, tensor) -> {
            float[] numbers = Nets.numbers(tensor);
            double largest = 0;
            for (float number : numbers) {
                largest = Math.max(largest, Math.abs(number));
            }
            float[] actually = Nets.numbers(state.get(name));
            double farthest = 0;
            for (int i = 0; i < numbers.length; i++) {
                farthest = Math.max(farthest, Math.abs(actually[i] - numbers[i]));
            }
            assertThat(farthest).as(name).isLessThanOrEqualTo(1e-3 * largest + 1e-6);
        });
    }

    @Test
    void theLossFalls() {
        Supernet net = net(nd4j, NasBench201.SPACE, (edge, operation) -> true);
        double first = train(net, IMAGES, 1);
        double last = 0;
        for (int step = 0; step < 20; step++) {
            last = train(net, IMAGES, 1);
        }
        assertThat(last).isLessThan(first / 2);
    }

    @Test
    void theStartDependsOnTheSeedAlone() {
        SearchSpace space = Darts.SPACE;
        Supernet full = new Supernet(nd4j, space, Nets.SMALL, Nets.everything(space), 3);
        Supernet thin = net(nd4j, space, (edge, operation) -> operation == Operation.SEP_CONV_3X3);
        Supernet other = new Supernet(nd4j, space, Nets.SMALL, Nets.everything(space), 4);
        for (String name : thin.parameters().names()) {
            float[] weight = Nets.numbers(thin.parameters().value(name));
            assertThat(Nets.numbers(full.parameters().value(name))).as(name).isEqualTo(weight);
            if (name.endsWith(".weight")) {
                assertThat(Nets.numbers(other.parameters().value(name)))
                        .as(name)
                        .isNotEqualTo(weight);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void aNarrowerNetKeepsWeightsVelocitiesAndRunningStatistics(String name) {
        SearchSpace space = SearchSpaces.of(name);
        Supernet full = net(nd4j, space, (edge, operation) -> true);
        train(full, IMAGES, 1);
        train(full, IMAGES, 2);
        Map<String, float[]> before = new HashMap<>();
        full.parameters().state().forEach((entry, tensor) -> before.put(entry, Nets.numbers(tensor)));
        Supernet left = full.shrunkTo(Nets.masks(
                space, (edge, operation) -> operation != Operation.NONE && operation != Operation.AVG_POOL_3X3));
        assertThat(left.parameters().state())
                .hasSizeGreaterThan(10)
                .allSatisfy((entry, tensor) -> assertThat(Nets.numbers(tensor)).isEqualTo(before.get(entry)));
    }

    @Test
    void droppingNoneChangesNothing() {
        SearchSpace space = Darts.SPACE;
        Supernet full = net(nd4j, space, (edge, operation) -> true);
        Supernet untouched = net(nd4j, space, (edge, operation) -> true);
        train(full, IMAGES, 1);
        train(untouched, IMAGES, 1);
        Supernet left = full.shrunkTo(Nets.masks(space, (edge, operation) -> operation != Operation.NONE));
        assertThat(train(left, IMAGES, 2)).isEqualTo(train(untouched, IMAGES, 2));
    }

    @Test
    void aNarrowerNetComputesWhatIsLeftWithTheSameDivisor() {
        SearchSpace space = NasBench201.SPACE;
        Nets.Choice some = (edge, operation) -> operation == Operation.NOR_CONV_3X3 || edge.from() == 0;
        Supernet fresh = net(nd4j, space, some);
        Supernet shrunk = net(nd4j, space, (edge, operation) -> true).shrunkTo(Nets.masks(space, some));
        assertThat(train(shrunk, IMAGES, 1)).isEqualTo(train(fresh, IMAGES, 1));
    }

    @Test
    void batchesOfEverySizeTrainTheSameParameters() {
        Supernet both = net(nd4j, NasBench201.SPACE, (edge, operation) -> true);
        Supernet reference = net(new ReferenceKernels(), NasBench201.SPACE, (edge, operation) -> true);
        for (int images : new int[] {4, 6, 4}) {
            double expected = train(reference, images, images);
            assertThat(train(both, images, images)).isCloseTo(expected, within(1e-4 * expected));
        }
    }

    @Test
    void measuringLeavesTrainingAlone() {
        Supernet measured = net(nd4j, Darts.SPACE, (edge, operation) -> true);
        Supernet untouched = net(nd4j, Darts.SPACE, (edge, operation) -> true);
        train(measured, IMAGES, 1);
        train(untouched, IMAGES, 1);
        measured.measure(Nets.images(IMAGES, 9), IMAGES, (tap, output) -> {});
        measured.evaluate(Nets.images(IMAGES, 9), Nets.labels(IMAGES, 9));
        assertThat(train(measured, IMAGES, 2)).isEqualTo(train(untouched, IMAGES, 2));
    }

    @Test
    void tapsShowTheOutputOfEveryKeptOperation() {
        SearchSpace space = NasBench201.SPACE;
        Supernet net = net(nd4j, space, (edge, operation) -> true);
        Set<Tap> seen = new HashSet<>();
        net.measure(Nets.images(IMAGES, 9), IMAGES, (tap, output) -> {
            seen.add(tap);
            Operation operation = space.operations().get(tap.candidate().operation());
            if (!operation.isParameterFree()) {
                // A batch norm's output before it is divided by the number of candidates.
                assertThat(meanSquare(Nets.numbers(output))).isCloseTo(1, within(0.02));
            }
        });
        assertThat(seen).hasSize(3 * 6 * 4);
    }

    private static double meanSquare(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number * number;
        }
        return sum / numbers.length;
    }

    /** In these nets the logits cannot depend on the images: of every cell nothing but zeros comes out. */
    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void aNetOfNoneAloneTrainsOnlyWhatIsReached(String name) {
        SearchSpace space = SearchSpaces.of(name);
        Supernet net = net(nd4j, space, (edge, operation) -> operation == Operation.NONE);
        for (int step = 0; step < 3; step++) {
            float[] logits = net.train(Nets.images(IMAGES, step), Nets.labels(IMAGES, step))
                    .logits();
            net.parameters().step(STEP);
            for (int image = 1; image < IMAGES; image++) {
                for (int c = 0; c < Nets.SMALL.classes(); c++) {
                    assertThat(logits[image * Nets.SMALL.classes() + c]).isEqualTo(logits[c]);
                }
            }
        }
        assertThat(Nets.numbers(net.parameters().gradient("stem.conv.weight"))).containsOnly(0);
        assertThat(Nets.numbers(net.parameters().gradient("last.norm.beta"))).doesNotContain(Float.NaN);
        assertThat(Nets.numbers(net.parameters().gradient("classifier.bias"))).doesNotContain(0, Float.NaN);
    }

    /** Node 2 gets nothing, and what comes out of it still enters the output. */
    @Test
    void aNodeThatNothingEntersIsZero() {
        SearchSpace space = NasBench201.SPACE;
        Nets.Choice nothingIntoNode2 = (edge, operation) -> (operation == Operation.NONE) == (edge.to() == 2);
        Supernet net = net(nd4j, space, nothingIntoNode2);
        Supernet reference = net(new ReferenceKernels(), space, nothingIntoNode2);
        for (int step = 0; step < 3; step++) {
            double expected = train(reference, IMAGES, step);
            assertThat(train(net, IMAGES, step)).isCloseTo(expected, within(1e-4 * expected));
        }
        assertThat(Nets.numbers(net.parameters().gradient("cells.0.2-3.nor_conv_3x3.weight")))
                .containsOnly(0);
    }

    /** What enters node 1 leads nowhere. */
    @Test
    void parametersThatLeadNowhereHaveNoGradient() {
        SearchSpace space = NasBench201.SPACE;
        Supernet net = net(nd4j, space, (edge, operation) -> (operation == Operation.NONE) == (edge.from() == 1));
        float[] before = Nets.numbers(net.parameters().value("cells.0.0-1.nor_conv_3x3.weight"));
        train(net, IMAGES, 1);
        train(net, 6, 1);
        assertThat(Nets.numbers(net.parameters().gradient("cells.0.0-1.nor_conv_3x3.weight")))
                .containsOnly(0);
        // Weight decay alone.
        float[] after = Nets.numbers(net.parameters().value("cells.0.0-1.nor_conv_3x3.weight"));
        assertThat(after[0] / before[0]).isBetween(0.9999f, 1f);
        assertThat(Nets.numbers(net.parameters().gradient("cells.0.0-2.nor_conv_3x3.weight")))
                .doesNotContain(0);
    }

    @Test
    void aGenotypeOfOneOperationOnEveryEdgeTrains() {
        SearchSpace space = NasBench201.SPACE;
        Map<CellType, Mask> masks = Nets.masks(
                space,
                (edge, operation) -> operation == (edge.to() == 3 ? Operation.SKIP_CONNECT : Operation.AVG_POOL_3X3));
        Supernet net = new Supernet(nd4j, space, Nets.SMALL, masks, 3);
        double first = train(net, IMAGES, 1);
        double last = 0;
        for (int step = 0; step < 20; step++) {
            last = train(net, IMAGES, 1);
        }
        assertThat(last).isLessThan(first);
    }

    /** Counts the tensors that were not given back. */
    private static final class CountingKernels extends ForwardingKernels {
        final Set<Tensor> held = Collections.newSetFromMap(new IdentityHashMap<>());

        CountingKernels(Kernels kernels) {
            super(kernels);
        }

        @Override
        public Tensor allocate(int... shape) {
            Tensor tensor = super.allocate(shape);
            held.add(tensor);
            return tensor;
        }

        @Override
        public void release(Tensor tensor) {
            assertThat(held.remove(tensor)).isTrue();
            super.release(tensor);
        }
    }

    @Test
    void shrinkingGivesAllMemoryOfTheWiderNetBack() {
        SearchSpace space = NasBench201.SPACE;
        CountingKernels counting = new CountingKernels(nd4j);
        Supernet net = net(counting, space, (edge, operation) -> true);
        train(net, IMAGES, 1);
        train(net, 6, 1);
        net.evaluate(Nets.images(IMAGES, 1), Nets.labels(IMAGES, 1));
        int ofTheFullNet = counting.held.size();
        for (int shrink = 0; shrink < 3; shrink++) {
            net = net.shrunkTo(Nets.everything(space));
            train(net, IMAGES, 1);
            train(net, 6, 1);
            net.evaluate(Nets.images(IMAGES, 1), Nets.labels(IMAGES, 1));
            assertThat(counting.held).hasSize(ofTheFullNet);
        }
        net.close();
        assertThat(counting.held).isEmpty();
    }
}
