package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.algorithm.convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.prop_kind.forward_training;

import java.util.List;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Tensor;

/**
 * oneDNN's convolution. Weights are brought into the layout its primitives ask for at every use: they are hundreds of
 * times smaller than the images, and change with every step of training.
 */
final class OnednnConvolution implements Convolution {
    private final Library library;
    private final ConvolutionShape shape;
    private final memory.desc images;
    private final memory.desc weights;
    private final memory.desc output;
    private final long[] strides;
    private final long[] dilation;
    private final long[] padding;
    private final convolution_forward.primitive_desc hint;
    private final Primitive forward;
    private final Weights forwardWeights;
    private Primitive backwardData;
    private Weights backwardDataWeights;
    private Primitive backwardWeights;
    private Weights weightsGradient;

    OnednnConvolution(Library library, Precision precision, ConvolutionShape shape) {
        this.library = library;
        this.shape = shape;
        images = Layout.of(precision, shape.input()).descriptor();
        output = Layout.of(precision, shape.output()).descriptor();
        weights = anyWeights(precision);
        strides = new long[] {shape.stride(), shape.stride()};
        dilation = new long[] {shape.dilation() - 1, shape.dilation() - 1};
        padding = new long[] {shape.padding(), shape.padding()};
        hint = new convolution_forward.primitive_desc(
                library.engine(),
                forward_training,
                convolution_direct,
                images,
                weights,
                output,
                strides,
                dilation,
                padding,
                padding);
        forward = library.prepared(new convolution_forward(hint));
        forwardWeights = new Weights(hint.weights_desc());
    }

    /** Weights in whichever layout the primitive likes best. */
    private memory.desc anyWeights(Precision precision) {
        long[] plain = {shape.outChannels(), shape.inChannels(), shape.kernel(), shape.kernel()};
        long[] grouped = {shape.outChannels(), 1, 1, shape.kernel(), shape.kernel()};
        return new memory.desc(shape.depthwise() ? grouped : plain, precision.type, memory.format_tag.any);
    }

    /** Weights as one primitive wants them, and the way there and back. */
    private final class Weights {
        private final memory place;
        private final memory.desc descriptor;

        Weights(memory.desc wanted) {
            place = new memory(wanted, library.engine());
            long[] plain = {shape.weight()[0], shape.weight()[1], shape.kernel(), shape.kernel()};
            descriptor = shape.depthwise() ? wanted.reshape(plain) : wanted;
        }

        memory from(Tensor weight) {
            OnednnTensor source = OnednnTensor.of(weight);
            library.primitive(
                            List.of("take", shape, this, source.layout),
                            () -> library.reordering(source.layout.descriptor(), descriptor))
                    .with(DNNL_ARG_SRC, source)
                    .with(DNNL_ARG_DST, place)
                    .run();
            return place;
        }

        void into(Tensor weight) {
            OnednnTensor target = OnednnTensor.of(weight);
            library.primitive(
                            List.of("give", shape, this, target.layout),
                            () -> library.reordering(descriptor, target.layout.descriptor()))
                    .with(DNNL_ARG_SRC, place)
                    .with(DNNL_ARG_DST, target)
                    .run();
        }
    }

    @Override
    public void forward(Tensor input, Tensor weight, Tensor output) {
        forward.with(DNNL_ARG_SRC, OnednnTensor.of(input))
                .with(DNNL_ARG_WEIGHTS, forwardWeights.from(weight))
                .with(DNNL_ARG_DST, OnednnTensor.of(output))
                .run();
    }

    @Override
    public void backward(
            Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        if (inputGradient != null) {
            backwardData(weight, OnednnTensor.of(outputGradient), OnednnTensor.of(inputGradient));
        }
        backwardWeights(OnednnTensor.of(input), OnednnTensor.of(outputGradient), weightGradient);
    }

    private void backwardData(Tensor weight, OnednnTensor outputGradient, OnednnTensor inputGradient) {
        if (backwardData == null) {
            var description = new convolution_backward_data.primitive_desc(
                    library.engine(),
                    convolution_direct,
                    images,
                    weights,
                    output,
                    strides,
                    dilation,
                    padding,
                    padding,
                    hint);
            backwardData = library.prepared(new convolution_backward_data(description));
            backwardDataWeights = new Weights(description.weights_desc());
        }
        backwardData
                .with(DNNL_ARG_DIFF_DST, outputGradient)
                .with(DNNL_ARG_WEIGHTS, backwardDataWeights.from(weight))
                .with(DNNL_ARG_DIFF_SRC, inputGradient)
                .run();
    }

    private void backwardWeights(OnednnTensor input, OnednnTensor outputGradient, Tensor weightGradient) {
        if (backwardWeights == null) {
            var description = new convolution_backward_weights.primitive_desc(
                    library.engine(),
                    convolution_direct,
                    images,
                    anyWeights(Precision.FLOAT32),
                    output,
                    strides,
                    dilation,
                    padding,
                    padding,
                    hint);
            backwardWeights = library.prepared(new convolution_backward_weights(description));
            weightsGradient = new Weights(description.diff_weights_desc());
        }
        backwardWeights
                .with(DNNL_ARG_SRC, input)
                .with(DNNL_ARG_DIFF_DST, outputGradient)
                .with(DNNL_ARG_DIFF_WEIGHTS, weightsGradient.place)
                .run();
        weightsGradient.into(weightGradient);
    }
}
