package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;

import java.util.Arrays;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Tensor;

/** oneDNN's batch norm; gamma and beta carry the scale. */
final class OnednnBatchNorm implements BatchNorm {
    private static final int AFFINE = normalization_flags.use_scale.value | normalization_flags.use_shift.value;
    private static final int GIVEN_STATISTICS = normalization_flags.use_global_stats.value;

    private final Library library;
    private final Layout layout;
    private final Primitive statistics;
    private final Primitive forward;
    private final Primitive backward;
    private final OnednnTensor factors;
    private final OnednnTensor summands;
    private final OnednnTensor factorsGradient;
    private final OnednnTensor summandsGradient;

    OnednnBatchNorm(Library library, Precision precision, int[] shape) {
        this.library = library;
        layout = Layout.of(precision, shape);
        Layout channels = Layout.plain(shape[1]);
        factors = new OnednnTensor(library, channels);
        summands = new OnednnTensor(library, channels);
        factorsGradient = new OnednnTensor(library, channels);
        summandsGradient = new OnednnTensor(library, channels);
        statistics = library.prepared(new batch_normalization_forward(describe(prop_kind.forward_training, 0)));
        forward = library.prepared(
                new batch_normalization_forward(describe(prop_kind.forward_inference, AFFINE | GIVEN_STATISTICS)));
        memory.desc images = layout.descriptor();
        backward = library.prepared(new batch_normalization_backward(new batch_normalization_backward.primitive_desc(
                library.engine(),
                prop_kind.backward.value,
                images,
                images,
                images,
                (float) EPSILON,
                AFFINE,
                describe(prop_kind.forward_training, AFFINE))));
    }

    private batch_normalization_forward.primitive_desc describe(prop_kind kind, int flags) {
        memory.desc images = layout.descriptor();
        return new batch_normalization_forward.primitive_desc(
                library.engine(), kind.value, images, images, (float) EPSILON, flags);
    }

    @Override
    public void statistics(Tensor input, Tensor mean, Tensor variance) {
        statistics
                .with(DNNL_ARG_SRC, OnednnTensor.of(input))
                .with(DNNL_ARG_DST, library.scratch(layout))
                .with(DNNL_ARG_MEAN, OnednnTensor.of(mean))
                .with(DNNL_ARG_VARIANCE, OnednnTensor.of(variance))
                .run();
    }

    @Override
    public void forward(
            Tensor input,
            Tensor mean,
            Tensor variance,
            Affine affine,
            double scale,
            Tensor output,
            boolean accumulate) {
        setFactors(affine, scale);
        OnednnTensor target = OnednnTensor.of(output);
        OnednnTensor own = accumulate ? library.scratch(layout) : target;
        forward.with(DNNL_ARG_SRC, OnednnTensor.of(input))
                .with(DNNL_ARG_MEAN, OnednnTensor.of(mean))
                .with(DNNL_ARG_VARIANCE, OnednnTensor.of(variance))
                .with(DNNL_ARG_SCALE, factors)
                .with(DNNL_ARG_SHIFT, summands)
                .with(DNNL_ARG_DST, own)
                .run();
        if (accumulate) {
            library.add(own, target);
        }
    }

    @Override
    public void backward(
            Tensor input,
            Tensor mean,
            Tensor variance,
            Affine affine,
            double scale,
            Tensor outputGradient,
            Tensor inputGradient) {
        setFactors(affine, scale);
        backward.with(DNNL_ARG_SRC, OnednnTensor.of(input))
                .with(DNNL_ARG_MEAN, OnednnTensor.of(mean))
                .with(DNNL_ARG_VARIANCE, OnednnTensor.of(variance))
                .with(DNNL_ARG_SCALE, factors)
                .with(DNNL_ARG_DIFF_DST, OnednnTensor.of(outputGradient))
                .with(DNNL_ARG_DIFF_SRC, OnednnTensor.of(inputGradient))
                .with(DNNL_ARG_DIFF_SCALE, factorsGradient)
                .with(DNNL_ARG_DIFF_SHIFT, summandsGradient)
                .run();
        if (affine != null) {
            affine.gammaGradient().write(scaled(factorsGradient, scale));
            affine.betaGradient().write(scaled(summandsGradient, scale));
        }
    }

    private void setFactors(Affine affine, double scale) {
        if (affine == null) {
            float[] constant = new float[factors.size()];
            Arrays.fill(constant, (float) scale);
            factors.write(constant);
            summands.clear();
        } else {
            factors.write(scaled(affine.gamma(), scale));
            summands.write(scaled(affine.beta(), scale));
        }
    }

    private static float[] scaled(Tensor tensor, double scale) {
        float[] numbers = OnednnTensor.of(tensor).numbers();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= (float) scale;
        }
        return numbers;
    }
}
