package org.isdarts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.isdarts.kernel.Kernels.MomentumStep;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.kernel.reference.ReferenceTensor;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.notation.GenotypeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The network of a genotype in training: its losses, the paths it drops, in double precision. */
class GenotypeNetworkTest {
    private static final double[] STEPS = {1e-6, 1e-7, 1e-5, 3e-8};
    private static final int IMAGES = 3;
    private static final NetworkSize SIZE = new NetworkSize(4, 1, 3, 32, 32);
    private static final Genotype GENOTYPE = GenotypeReader.read(
            Darts.SPACE,
            "Genotype(normal=[('sep_conv_3x3', 0), ('skip_connect', 1), ('dil_conv_3x3', 0), ('max_pool_3x3', 1),"
                    + " ('skip_connect', 0), ('skip_connect', 2), ('avg_pool_3x3', 0), ('dil_conv_5x5', 2)],"
                    + " normal_concat=[2, 3, 4, 5], reduce=[('skip_connect', 0), ('max_pool_3x3', 1),"
                    + " ('skip_connect', 2), ('sep_conv_5x5', 1), ('max_pool_3x3', 0), ('skip_connect', 2),"
                    + " ('dil_conv_3x3', 2), ('avg_pool_3x3', 1)], reduce_concat=[2, 3, 4, 5])");
    private static final EvaluationParts ALL =
            EvaluationParts.PLAIN.with(AuxiliaryHead.TWO_NORMS).withDropPath();
    private static final CrossEntropy LOSS = new CrossEntropy(0.1, 1);
    private static final double AUXILIARY = 0.4;

    private final Random random = new Random(3);
    private final float[] images = images(SIZE);
    private final int[] labels = {0, 2, 1};

    private float[] images(NetworkSize size) {
        float[] values = new float[IMAGES * 3 * size.height() * size.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Paths 0, 2, 4 ... drop image 0, the others image 1. */
    private static float[] everySecond(int path, int count) {
        float[] factors = new float[count];
        Arrays.fill(factors, 1.25f);
        factors[path % 2] = 0;
        return factors;
    }

    private static GenotypeNetwork network(EvaluationParts parts) {
        return new GenotypeNetwork(new ReferenceKernels(), GENOTYPE, SIZE, parts, LOSS, AUXILIARY, 5);
    }

    /**
     * With a second classifier, dropped paths and smoothed labels: along random directions in the space of all parameters. A
     * step may carry a rectifier over its kink; so several steps are tried.
     */
    @ParameterizedTest
    @CsvSource({"CIFAR, TWO_NORMS", "IMAGENET, ONE_NORM"})
    void theGradientIsTheDerivativeOfBothLossesTogether(Stem stem, AuxiliaryHead head) {
        NetworkSize size = new NetworkSize(
                SIZE.channels(), SIZE.cells(), SIZE.classes(), stem.leastForHead(), stem.leastForHead());
        try (ReferenceKernels kernels = new ReferenceKernels()) {
            Graph graph =
                    EvaluationNetworkBuilder.of(GENOTYPE, size, ALL.behind(stem).with(head));
            Parameters parameters = new Parameters(kernels, graph, 5);
            Plan plan = Plan.forTraining(new Workshop(kernels, parameters), graph, IMAGES);
            for (int path = 0; path < plan.paths(); path++) {
                plan.scalePath(path, everySecond(path, IMAGES));
            }
            plan.input().write(images(size));
            plan.forward(null);
            plan.backward(
                    LOSS.gradient(Prediction.of(plan.outputs().get(0), labels)),
                    LOSS.weighted(AUXILIARY)
                            .gradient(Prediction.of(plan.outputs().get(1), labels)));
            for (int direction = 0; direction < 3; direction++) {
                assertDerivative(plan, parameters);
            }
        }
    }

    private void assertDerivative(Plan plan, Parameters parameters) {
        double derivative = 0;
        double scale = 0;
        double[][] direction = new double[parameters.names().size()][];
        for (int p = 0; p < direction.length; p++) {
            ReferenceTensor gradient =
                    (ReferenceTensor) parameters.gradient(parameters.names().get(p));
            direction[p] = random.doubles(gradient.size(), -1, 1).toArray();
            for (int i = 0; i < direction[p].length; i++) {
                derivative += direction[p][i] * gradient.get(i);
                scale += gradient.get(i) * gradient.get(i);
            }
        }
        double closest = Double.POSITIVE_INFINITY;
        for (double step : STEPS) {
            move(parameters, direction, step);
            double above = loss(plan);
            move(parameters, direction, -2 * step);
            double below = loss(plan);
            move(parameters, direction, step);
            closest = Math.min(closest, Math.abs((above - below) / (2 * step) - derivative));
        }
        assertThat(closest).as("derivative %s", derivative).isLessThanOrEqualTo(1e-5 * Math.sqrt(scale) + 1e-7);
    }

    private static void move(Parameters parameters, double[][] direction, double step) {
        for (int p = 0; p < direction.length; p++) {
            ReferenceTensor value =
                    (ReferenceTensor) parameters.value(parameters.names().get(p));
            for (int i = 0; i < value.size(); i++) {
                value.set(i, value.get(i) + step * direction[p][i]);
            }
        }
    }

    /** In double precision, which predictions are not. */
    private double loss(Plan plan) {
        plan.forward(null);
        double loss = 0;
        for (int output = 0; output < 2; output++) {
            ReferenceTensor logits = (ReferenceTensor) plan.outputs().get(output);
            for (int n = 0; n < IMAGES; n++) {
                double sum = 0;
                double all = 0;
                for (int c = 0; c < SIZE.classes(); c++) {
                    sum += Math.exp(logits.get(n * SIZE.classes() + c));
                    all += logits.get(n * SIZE.classes() + c);
                }
                double target = 0.9 * logits.get(n * SIZE.classes() + labels[n]) + 0.1 / SIZE.classes() * all;
                loss += (output == 0 ? 1 : AUXILIARY) * (Math.log(sum) - target) / IMAGES;
            }
        }
        return loss;
    }

    /** Of the 8 operations of a normal cell 3 are identities, of the 8 of a reduction cell 2 enter from an inner node. */
    @Test
    void everyOperationButAnIdentityCanBeDropped() {
        long paths = EvaluationNetworkBuilder.of(GENOTYPE, SIZE, ALL).layers().stream()
                .filter(Graph.DropPath.class::isInstance)
                .count();
        assertThat(paths).isEqualTo(3 * 5 + 2 * 6);
    }

    @Test
    void keptPathsChangeNothing() {
        Prediction dropping = network(ALL).train(images, labels, PathDraws.KEEPING_ALL);
        Prediction plain = network(EvaluationParts.PLAIN.with(AuxiliaryHead.TWO_NORMS))
                .train(images, labels, PathDraws.KEEPING_ALL);
        assertThat(dropping.logits()).isEqualTo(plain.logits());
    }

    @Test
    void droppedPathsChangeWhatTheNetSays() {
        Prediction dropped = network(ALL).train(images, labels, GenotypeNetworkTest::everySecond);
        Prediction kept = network(ALL).train(images, labels, PathDraws.KEEPING_ALL);
        assertThat(dropped.logits()).isNotEqualTo(kept.logits());
    }

    @Test
    void itIsEvaluatedWithoutDroppedPathsAndSecondClassifier() {
        GenotypeNetwork all = network(ALL);
        GenotypeNetwork plain = network(EvaluationParts.PLAIN);
        assertThat(all.evaluate(images, labels).logits())
                .isEqualTo(plain.evaluate(images, labels).logits());
    }

    @Test
    void itLearnsFromBatchesOfDifferentSizes() {
        GenotypeNetwork net = network(ALL);
        double before = net.train(images, labels, PathDraws.KEEPING_ALL).lossSum();
        for (int step = 0; step < 6; step++) {
            net.train(images, labels, PathDraws.KEEPING_ALL);
            net.parameters().step(MomentumStep.polyak(1, 0, 0.9, 0.05));
            net.train(Arrays.copyOf(images, images.length / IMAGES * 2), new int[] {0, 2}, PathDraws.KEEPING_ALL);
            net.parameters().step(MomentumStep.polyak(1, 0, 0.9, 0.05));
        }
        assertThat(net.train(images, labels, PathDraws.KEEPING_ALL).lossSum()).isLessThan(before);
    }

    @Test
    void smoothedLabelsKeepThePlainLossToReport() {
        Prediction prediction = network(ALL).train(images, labels, PathDraws.KEEPING_ALL);
        assertThat(prediction.lossSum()).isCloseTo(IMAGES * CrossEntropy.PLAIN.mean(prediction), within(1e-9));
    }
}
