package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.prop_kind.forward_training;

import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;

/** oneDNN's pooling. Where each maximum lay is found again in the backward pass. */
final class OnednnPooling implements Pooling {
    private final Library library;
    private final boolean maximum;
    private final Layout output;
    private final Primitive forward;
    private final Primitive backward;
    private final memory places;

    private OnednnPooling(
            Library library,
            boolean maximum,
            Layout input,
            Layout output,
            long[] kernel,
            long[] strides,
            long[] padding) {
        this.library = library;
        this.maximum = maximum;
        this.output = output;
        algorithm kind = maximum ? algorithm.pooling_max : algorithm.pooling_avg_exclude_padding;
        memory.desc large = input.descriptor();
        memory.desc small = output.descriptor();
        long[] dilation = {0, 0};
        var description = new pooling_forward.primitive_desc(
                library.engine(), forward_training, kind, large, small, strides, kernel, dilation, padding, padding);
        forward = library.prepared(new pooling_forward(description));
        backward = library.prepared(new pooling_backward(new pooling_backward.primitive_desc(
                library.engine(), kind, large, small, strides, kernel, dilation, padding, padding, description)));
        places = maximum ? new memory(description.workspace_desc(), library.engine()) : null;
    }

    static OnednnPooling of(Library library, Precision precision, PoolingShape shape) {
        return new OnednnPooling(
                library,
                shape.kind() == PoolingShape.Kind.MAXIMUM,
                Layout.of(precision, shape.images(), shape.channels(), shape.height(), shape.width()),
                Layout.of(precision, shape.output()),
                new long[] {shape.kernel(), shape.kernel()},
                new long[] {shape.stride(), shape.stride()},
                new long[] {shape.padding(), shape.padding()});
    }

    /** The mean over all pixels. */
    static OnednnPooling global(Library library, Layout input, Layout output) {
        long[] dimensions = input.dimensions();
        return new OnednnPooling(
                library,
                false,
                input,
                output,
                new long[] {dimensions[2], dimensions[3]},
                new long[] {1, 1},
                new long[] {0, 0});
    }

    @Override
    public void forward(Tensor input, Tensor output) {
        withPlaces(forward.with(DNNL_ARG_SRC, OnednnTensor.of(input)).with(DNNL_ARG_DST, OnednnTensor.of(output)))
                .run();
    }

    private Primitive withPlaces(Primitive primitive) {
        return maximum ? primitive.with(DNNL_ARG_WORKSPACE, places) : primitive;
    }

    @Override
    public void backward(Tensor input, Tensor outputGradient, Tensor inputGradient) {
        if (maximum) {
            forward(input, library.scratch(output, "pooled"));
        }
        withPlaces(backward.with(DNNL_ARG_DIFF_DST, OnednnTensor.of(outputGradient))
                        .with(DNNL_ARG_DIFF_SRC, OnednnTensor.of(inputGradient)))
                .run();
    }
}
