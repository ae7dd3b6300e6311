package org.isdarts.strategy.darts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.isdarts.data.Batch;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.reference.ReferenceKernels;
import org.isdarts.network.Drawing;
import org.isdarts.network.Mixture;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Supernet;
import org.isdarts.network.Wanted;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
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
        kernels = new ReferenceKernels();
        net = new Supernet(
                kernels,
                NasBench201.SPACE,
                new NetworkSize(2, 1, 3, 8, 8),
                Drawing.PLAIN,
                Mask.everything(NasBench201.SPACE),
                3);
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
