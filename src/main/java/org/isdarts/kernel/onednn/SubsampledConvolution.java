package org.isdarts.kernel.onednn;

import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;

/**
 * A depthwise convolution with dilation 2 and stride 2. It reads every second pixel only, and on those it is a dense
 * convolution with stride 1.
 */
final class SubsampledConvolution implements Convolution {
    private final OnednnKernels kernels;
    private final Library library;
    private final Convolution dense;
    private final Layout small;

    /** @param dense for {@link #ofEverySecondPixel} */
    SubsampledConvolution(
            OnednnKernels kernels, Library library, Precision precision, ConvolutionShape shape, Convolution dense) {
        this.kernels = kernels;
        this.library = library;
        this.dense = dense;
        this.small = Layout.of(precision, ofEverySecondPixel(shape).input());
    }

    static boolean fits(ConvolutionShape shape) {
        return shape.depthwise()
                && shape.dilation() == 2
                && shape.stride() == 2
                && shape.height() % 2 == 0
                && shape.width() % 2 == 0;
    }

    /** The dense convolution that does the work. */
    static ConvolutionShape ofEverySecondPixel(ConvolutionShape shape) {
        int[] input = {shape.images(), shape.inChannels(), shape.height() / 2, shape.width() / 2};
        return ConvolutionShape.depthwise(input, shape.kernel(), 1, 1);
    }

    @Override
    public void forward(Tensor input, Tensor weight, Tensor output) {
        dense.forward(subsampled(input), weight, output);
    }

    private OnednnTensor subsampled(Tensor input) {
        OnednnTensor pixels = library.scratch(small, "every second pixel");
        kernels.subsample(input, 0, pixels);
        return pixels;
    }

    @Override
    public void backward(
            Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        OnednnTensor gradient = inputGradient == null ? null : library.scratch(small, "gradient of every second pixel");
        dense.backward(subsampled(input), weight, outputGradient, gradient, weightGradient);
        if (inputGradient != null) {
            kernels.subsampleBackward(gradient, 0, inputGradient);
        }
    }
}
