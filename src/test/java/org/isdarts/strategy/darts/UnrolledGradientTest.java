package org.isdarts.strategy.darts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.isdarts.data.Batch;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.kernel.reference.ReferenceTensor;
import org.isdarts.network.Drawing;
import org.isdarts.network.Graph;
import org.isdarts.network.Mixture;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Supernet;
import org.isdarts.network.Wanted;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Derivative;
import org.isdarts.strategy.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The four passes of second-order DARTS, in double. */
class UnrolledGradientTest {
    private static final double RATE = 0.025;
    private static final Mixture MIXTURE = Mixture.ones(NasBench201.SPACE);
    private static final Batch TRAINING = batch(1);
    private static final Batch VALIDATION = batch(2);

    private Kernels kernels;
    private Supernet net;

    private static Batch batch(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] images = new float[4 * 3 * 8 * 8];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextDouble(-2, 2);
        }
        return new Batch(images, new int[] {0, 2, 1, 2});
    }

    @BeforeEach
    void build() {
        build(Drawing.PLAIN);
    }

    private void build(Drawing drawing) {
        kernels = new ReferenceKernels();
        net = new Supernet(
                kernels,
                NasBench201.SPACE,
                new NetworkSize(2, 1, 3, 8, 8),
                drawing,
                Mask.everything(NasBench201.SPACE),
                3);
    }

    /** A net without rectifiers, whose loss has second derivatives everywhere. */
    private static Graph smooth(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        Graph graph = Drawing.PLAIN.of(space, size, masks);
        List<Graph.Layer> layers = graph.layers().stream()
                .map(layer -> layer instanceof Graph.Relu relu
                        ? new Graph.Sum(List.of(new Graph.Summand(relu.input())), 1, relu.output())
                        : layer)
                .toList();
        return new Graph(layers, graph.input(), graph.outputs());
    }

    @AfterEach
    void close() {
        net.close();
        kernels.close();
    }

    private UnrolledGradient unrolled(double rate, double radius) {
        return UnrolledGradient.of(
                net, MIXTURE, () -> net.parameters().lookAhead(0.9, 3e-4, rate), radius, TRAINING, VALIDATION);
    }

    private Map<CellType, double[][]> gradient(Batch batch) {
        net.whole().train(MIXTURE, Wanted.BOTH, batch.images(), batch.labels());
        return net.whole().gradient().coefficients();
    }

    /** The gradient of the weights after a pass, by name. */
    private Map<String, double[]> weightGradient(Mixture mixture, Batch batch) {
        net.whole().train(mixture, Wanted.BOTH, batch.images(), batch.labels());
        Map<String, double[]> gradient = new TreeMap<>();
        for (String name : net.parameters().names()) {
            ReferenceTensor tensor = (ReferenceTensor) net.parameters().gradient(name);
            double[] numbers = new double[tensor.size()];
            Arrays.setAll(numbers, tensor::get);
            gradient.put(name, numbers);
        }
        return gradient;
    }

    private static double dot(Map<String, double[]> left, Map<String, double[]> right) {
        return left.entrySet().stream()
                .mapToDouble(entry -> Derivative.dot(entry.getValue(), right.get(entry.getKey())))
                .sum();
    }

    private static Mixture changed(int edge, int operation, double by) {
        Map<CellType, double[][]> coefficients = Mixture.ones(NasBench201.SPACE).coefficients();
        coefficients.get(CellType.NORMAL)[edge][operation] += by;
        return new Mixture(coefficients);
    }

    /**
     * The order of the two derivatives does not matter: the slope of the weights' gradient along v is the same product. The
     * gradient of the logits is rounded to float, so shorter steps are no better.
     */
    @Test
    void isTheExactProductInANetWithoutRectifiers() {
        close();
        build(UnrolledGradientTest::smooth);
        Map<CellType, double[][]> product = unrolled(0, 1e-4).hessianVector();
        Map<String, double[]> vector = weightGradient(MIXTURE, VALIDATION);
        int edge = 2;
        double step = 1e-3;

        for (int operation = 0; operation < 5; operation++) {
            double exact = (dot(vector, weightGradient(changed(edge, operation, step), TRAINING))
                            - dot(vector, weightGradient(changed(edge, operation, -step), TRAINING)))
                    / (2 * step);
            assertThat(product.get(CellType.NORMAL)[edge][operation])
                    .isCloseTo(exact, within(1e-3 * Tables.norm(product)));
        }
    }

    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        for (Map.Entry<String, Tensor> tensor : net.parameters().state().entrySet()) {
            float[] numbers = new float[tensor.getValue().size()];
            tensor.getValue().read(numbers);
            state.put(tensor.getKey(), Arrays.toString(numbers));
        }
        return state;
    }

    @Test
    void leavesNoTraceInTheNet() {
        Map<String, String> before = state();
        unrolled(RATE, 0.01);

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void isFirstOrderDartsWhereTheStepAheadHasNoLength() {
        UnrolledGradient unrolled = unrolled(0, 0.01);

        assertThat(unrolled.at(0).get(CellType.NORMAL))
                .isDeepEqualTo(gradient(VALIDATION).get(CellType.NORMAL));
        assertThat(unrolled.secondOrderShare(0)).isZero();
    }

    @Test
    void looksWhereAStepOfTheWeightsLeads() {
        UnrolledGradient unrolled = unrolled(RATE, 0.01);
        gradient(TRAINING);
        net.parameters().lookAhead(0.9, 3e-4, RATE);

        assertThat(gradient(VALIDATION).get(CellType.NORMAL))
                .isDeepEqualTo(unrolled.direct().get(CellType.NORMAL));
        assertThat(net.parameters().gradientNorm()).isEqualTo(unrolled.vectorNorm());
    }

    @Test
    void measuresHowTheGradientChangesAlongTheVector() {
        double radius = 1e-3;
        UnrolledGradient unrolled = unrolled(0, radius);
        gradient(VALIDATION);
        double step = radius / unrolled.vectorNorm();
        net.parameters().lookAhead(0, 0, -step);
        Map<CellType, double[][]> there = gradient(TRAINING);
        close();
        build();
        gradient(VALIDATION);
        net.parameters().lookAhead(0, 0, step);
        Map<CellType, double[][]> opposite = gradient(TRAINING);
        Map<CellType, double[][]> quotient = Tables.sum(1 / (2 * step), there, -1 / (2 * step), opposite);

        double distance = Tables.norm(Tables.sum(quotient, -1, unrolled.hessianVector()));
        assertThat(distance).isLessThan(1e-6 * Tables.norm(quotient));
    }
}
