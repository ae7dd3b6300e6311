package org.isdarts.kernel.onednn;

import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;

/**
 * A depthwise convolution with dilation 2 and stride 1 as a dense one on the four {@linkplain Phases phases} of the
 * images. oneDNN has no fast backward pass for dilated depthwise convolutions: its own takes a thousand times longer.
 */
final class DilatedConvolution implements Convolution {
    private final Library library;
    private final Convolution dense;
    private final Phases phases;

    /**
     * @param shape of the dilated convolution
     * @param dense for {@link #ofPhases}
     */
    DilatedConvolution(Library library, Precision precision, ConvolutionShape shape, Convolution dense) {
        this.library = library;
        this.dense = dense;
        this.phases = new Phases(library, Layout.of(precision, shape.input()), 2, 2);
    }

    /** Whether the phases are of one size, and the window does not jump over them. */
    static boolean fits(ConvolutionShape shape) {
        return shape.depthwise()
                && shape.dilation() == 2
                && shape.stride() == 1
                && shape.height() % 2 == 0
                && shape.width() % 2 == 0;
    }

    /** The dense convolution that does the work. */
    static ConvolutionShape ofPhases(ConvolutionShape shape) {
        int[] apart = {4 * shape.images(), shape.inChannels(), shape.height() / 2, shape.width() / 2};
        return ConvolutionShape.depthwise(apart, shape.kernel(), 1, 1);
    }

    @Override
    public void forward(Tensor input, Tensor weight, Tensor output) {
        OnednnTensor result = library.scratch(phases.apart(), "output phases");
        dense.forward(phases.of(OnednnTensor.of(input), "input phases"), weight, result);
        phases.join(result, OnednnTensor.of(output));
    }

    @Override
    public void backward(
            Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        OnednnTensor x = phases.of(OnednnTensor.of(input), "input phases");
        OnednnTensor dy = phases.of(OnednnTensor.of(outputGradient), "output phases");
        OnednnTensor dx = inputGradient == null ? null : library.scratch(phases.apart(), "input gradient phases");
        dense.backward(x, weight, dy, dx, weightGradient);
        if (inputGradient != null) {
            phases.join(dx, OnednnTensor.of(inputGradient));
        }
    }
}
