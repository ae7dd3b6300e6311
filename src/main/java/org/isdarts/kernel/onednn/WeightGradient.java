package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.algorithm.convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.prop_kind.forward_training;

import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.isdarts.kernel.Precision;

/** The gradient of a convolution's weights. */
final class WeightGradient {
    private final Primitive primitive;
    private final Weights gradient;

    WeightGradient(Library library, Window window, Layout input, Layout output) {
        memory.desc x = input.descriptor();
        memory.desc y = output.descriptor();
        long[] padding = window.padding();
        var forward = new convolution_forward.primitive_desc(
                library.engine(),
                forward_training,
                convolution_direct,
                x,
                window.anyWeights(input.precision()),
                y,
                window.strides(),
                window.gaps(),
                padding,
                padding);
        var description = new convolution_backward_weights.primitive_desc(
                library.engine(),
                convolution_direct,
                x,
                window.anyWeights(Precision.FLOAT32),
                y,
                window.strides(),
                window.gaps(),
                padding,
                padding,
                forward);
        primitive = library.prepared(new convolution_backward_weights(description));
        gradient = new Weights(library, window, description.diff_weights_desc());
    }

    void compute(OnednnTensor input, OnednnTensor outputGradient, OnednnTensor weightGradient) {
        primitive
                .with(DNNL_ARG_SRC, input)
                .with(DNNL_ARG_DIFF_DST, outputGradient)
                .with(DNNL_ARG_DIFF_WEIGHTS, gradient.place())
                .run();
        gradient.into(weightGradient);
    }
}
