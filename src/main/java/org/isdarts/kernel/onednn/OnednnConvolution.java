package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.algorithm.convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.prop_kind.forward_training;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;

/** oneDNN's convolution. What only the backward pass needs is prepared when it first runs. */
final class OnednnConvolution implements Convolution {
    /** What oneDNN calls its convolution of images in blocks, and how many pixels of a row that one keeps in registers. */
    private static final String IN_BLOCKS = "jit:avx512_core";

    private static final int PIXELS_AT_ONCE = 28;

    private final Library library;
    private final Window window;
    private final Layout input;
    private final Layout output;
    private final convolution_forward.primitive_desc description;
    private final Primitive forward;
    private final Weights forwardWeights;
    private Primitive backward;
    private Weights backwardWeights;
    private WeightGradient weightGradient;

    OnednnConvolution(Library library, Precision precision, ConvolutionShape shape) {
        this.library = library;
        window = Window.of(shape);
        input = Layout.of(precision, shape.input());
        output = Layout.of(precision, shape.output());
        description = describe(input.descriptor(), output.descriptor());
        convolution_forward.primitive_desc fastest =
                isFasterWithChannelsLast() ? describe(input.channelsLast(), output.channelsLast()) : description;
        forward = library.prepared(new convolution_forward(fastest));
        forwardWeights = new Weights(library, window, fastest.weights_desc());
    }

    /**
     * Longer rows leave oneDNN's convolution of images in blocks with a few pixels at their ends. Its convolution of images
     * whose channels lie last computes the same sums in four fifths of the time.
     */
    private boolean isFasterWithChannelsLast() {
        return input.isOneBlock()
                && output.isOneBlock()
                && output.shape().get(3) > PIXELS_AT_ONCE
                && window.weight()[2] > 1
                && description.impl_info_str().getString().equals(IN_BLOCKS);
    }

    private convolution_forward.primitive_desc describe(memory.desc from, memory.desc to) {
        return new convolution_forward.primitive_desc(
                library.engine(),
                forward_training,
                convolution_direct,
                from,
                window.anyWeights(input.precision()),
                to,
                window.strides(),
                window.gaps(),
                window.padding(),
                window.padding());
    }

    @Override
    public void forward(Tensor input, Tensor weight, Tensor output) {
        memory weights = forwardWeights.from(OnednnTensor.of(weight));
        forward.with(DNNL_ARG_SRC, OnednnTensor.of(input))
                .with(DNNL_ARG_WEIGHTS, weights)
                .with(DNNL_ARG_DST, OnednnTensor.of(output))
                .run();
    }

    @Override
    public void backward(
            Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        if (inputGradient != null) {
            backwardInput(weight, outputGradient, inputGradient);
        }
        if (weightGradient != null) {
            backwardWeights(input, outputGradient, weightGradient);
        }
    }

    private void backwardWeights(Tensor input, Tensor outputGradient, Tensor target) {
        if (weightGradient == null) {
            weightGradient = new WeightGradient(library, window, this.input, output);
        }
        weightGradient.compute(OnednnTensor.of(input), OnednnTensor.of(outputGradient), OnednnTensor.of(target));
    }

    /**
     * The gradient of the input alone. That of a depthwise convolution which keeps the size is the same convolution of
     * the output's gradient, with every window mirrored at its center; oneDNN computes it so in a third of the time that
     * its backward pass takes.
     */
    void backwardInput(Tensor weight, Tensor outputGradient, Tensor inputGradient) {
        if (window.depthwise() && input.equals(output)) {
            forward(outputGradient, mirrored(OnednnTensor.of(weight)), inputGradient);
            return;
        }
        if (backward == null) {
            prepareBackward();
        }
        memory weights = backwardWeights.from(OnednnTensor.of(weight));
        backward.with(DNNL_ARG_DIFF_DST, OnednnTensor.of(outputGradient))
                .with(DNNL_ARG_WEIGHTS, weights)
                .with(DNNL_ARG_DIFF_SRC, OnednnTensor.of(inputGradient))
                .run();
    }

    private OnednnTensor mirrored(OnednnTensor weight) {
        float[] taps = weight.numbers();
        int size = taps.length / window.weight()[0];
        for (int start = 0; start < taps.length; start += size) {
            for (int tap = 0; tap < size / 2; tap++) {
                float left = taps[start + tap];
                taps[start + tap] = taps[start + size - 1 - tap];
                taps[start + size - 1 - tap] = left;
            }
        }
        OnednnTensor mirrored = library.scratch(weight.layout, "mirrored windows");
        mirrored.write(taps);
        return mirrored;
    }

    private void prepareBackward() {
        var backwardDescription = new convolution_backward_data.primitive_desc(
                library.engine(),
                convolution_direct,
                input.descriptor(),
                window.anyWeights(input.precision()),
                output.descriptor(),
                window.strides(),
                window.gaps(),
                window.padding(),
                window.padding(),
                description);
        backward = library.prepared(new convolution_backward_data(backwardDescription));
        backwardWeights = new Weights(library, window, backwardDescription.weights_desc());
    }
}
