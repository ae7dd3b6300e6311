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

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.loops.ChannelMoments;

/**
 * oneDNN's batch norm. Without affine parameters gamma is a constant, which in the backward pass carries the factor.
 *
 * <p>oneDNN sums statistics in single precision, which loses five to ten times more than the convolutions do. In float32
 * they are summed here instead; bfloat16 loses more than that anyway.
 */
final class OnednnBatchNorm implements BatchNorm {
    private static final int AFFINE = normalization_flags.use_scale.value | normalization_flags.use_shift.value;
    private static final int GIVEN_STATISTICS = normalization_flags.use_global_stats.value;

    private final Library library;
    private final Layout layout;
    private final Layout channels;
    private final ChannelMoments moments;
    private final Primitive forward;
    private final Primitive evaluation;
    private final Primitive backward;
    private final OnednnTensor zeros;
    private final Repeated factors;
    private final OnednnTensor gammaGradient;
    private final OnednnTensor betaGradient;

    OnednnBatchNorm(Library library, Precision precision, int[] shape) {
        this.library = library;
        layout = Layout.of(precision, shape);
        channels = Layout.plain(shape[1]);
        moments = new ChannelMoments(shape, layout.lanes(), library.workers());
        zeros = library.scratch(channels, "zeros");
        factors = library.repeated(channels, "factors");
        gammaGradient = library.scratch(channels, "gamma gradient");
        betaGradient = library.scratch(channels, "beta gradient");
        forward = prepareForward(prop_kind.forward_training, AFFINE);
        evaluation = prepareForward(prop_kind.forward_inference, AFFINE | GIVEN_STATISTICS);
        backward = prepareBackward();
    }

    private Primitive prepareForward(prop_kind kind, int flags) {
        return library.prepared(new batch_normalization_forward(describeForward(kind, flags)));
    }

    private batch_normalization_forward.primitive_desc describeForward(prop_kind kind, int flags) {
        memory.desc images = layout.descriptor();
        return new batch_normalization_forward.primitive_desc(
                library.engine(), kind.value, images, images, (float) EPSILON, flags);
    }

    private Primitive prepareBackward() {
        memory.desc images = layout.descriptor();
        return library.prepared(new batch_normalization_backward(new batch_normalization_backward.primitive_desc(
                library.engine(),
                prop_kind.backward.value,
                images,
                images,
                images,
                (float) EPSILON,
                AFFINE,
                describeForward(prop_kind.forward_training, AFFINE))));
    }

    @Override
    public void forward(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        if (layout.precision() != Precision.FLOAT32) {
            normalize(forward, input, affine, mean, variance, output);
            return;
        }
        moments.take(
                OnednnTensor.of(input).floats(),
                OnednnTensor.of(mean).floats(),
                OnednnTensor.of(variance).floats());
        normalize(evaluation, input, affine, mean, variance, output);
    }

    @Override
    public void evaluate(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        normalize(evaluation, input, affine, mean, variance, output);
    }

    private void normalize(
            Primitive primitive, Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        primitive
                .with(DNNL_ARG_SRC, OnednnTensor.of(input))
                .with(DNNL_ARG_MEAN, OnednnTensor.of(mean))
                .with(DNNL_ARG_VARIANCE, OnednnTensor.of(variance))
                .with(DNNL_ARG_SCALE, gamma(affine, 1))
                .with(DNNL_ARG_SHIFT, affine == null ? zeros : OnednnTensor.of(affine.beta()))
                .with(DNNL_ARG_DST, OnednnTensor.of(output))
                .run();
    }

    @Override
    public void backward(
            Tensor input,
            Affine affine,
            Tensor mean,
            Tensor variance,
            double factor,
            Tensor outputGradient,
            Tensor inputGradient) {
        backward.with(DNNL_ARG_SRC, OnednnTensor.of(input))
                .with(DNNL_ARG_MEAN, OnednnTensor.of(mean))
                .with(DNNL_ARG_VARIANCE, OnednnTensor.of(variance))
                .with(DNNL_ARG_SCALE, gamma(affine, (float) factor))
                .with(DNNL_ARG_DIFF_DST, OnednnTensor.of(outputGradient))
                .with(DNNL_ARG_DIFF_SRC, OnednnTensor.of(inputGradient))
                .with(DNNL_ARG_DIFF_SCALE, gammaGradient)
                .with(DNNL_ARG_DIFF_SHIFT, betaGradient)
                .run();
        if (affine != null) {
            library.scale(gammaGradient, (float) factor, OnednnTensor.of(affine.gammaGradient()));
            library.scale(betaGradient, (float) factor, OnednnTensor.of(affine.betaGradient()));
        }
    }

    /** The affine gamma, or 1, times the factor. */
    private OnednnTensor gamma(Affine affine, float factor) {
        if (affine == null) {
            return factors.of(factor);
        }
        OnednnTensor gamma = OnednnTensor.of(affine.gamma());
        if (factor == 1) {
            return gamma;
        }
        OnednnTensor scaled = library.scratch(channels, "scaled gamma");
        library.scale(gamma, factor, scaled);
        return scaled;
    }
}
