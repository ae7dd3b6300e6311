package org.isdarts.kernel.onednn;

import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;

/**
 * A depthwise 5x5 convolution with stride 2 whose weight gradient comes from 3x3 windows on the four
 * {@linkplain Phases phases} of the images, because oneDNN is a thousand times slower for wider ones. The tap
 * {@code (2u + a, 2v + b)} of the gradient is the tap {@code (u, v)} on the phase {@code (a, b)}.
 */
final class WideStridedConvolution implements Convolution {
    private static final int SIDE = 5;
    private static final int PHASE_SIDE = 3;

    private final Library library;
    private final OnednnConvolution whole;
    private final Phases phases;
    private final WeightGradient ofPhase;
    private final Layout part;

    WideStridedConvolution(Library library, Precision precision, ConvolutionShape shape) {
        this.library = library;
        whole = new OnednnConvolution(library, precision, shape);
        phases = new Phases(library, Layout.of(precision, shape.input()), 2, 2);
        int[] weight = {shape.outChannels(), 1, PHASE_SIDE, PHASE_SIDE};
        Layout output = Layout.of(precision, shape.output());
        ofPhase = new WeightGradient(
                library, new Window(weight, true, 1, 1, PHASE_SIDE / 2, PHASE_SIDE / 2), output, output);
        part = Layout.plain(weight);
    }

    static boolean fits(ConvolutionShape shape) {
        return shape.depthwise()
                && shape.kernel() == SIDE
                && shape.padding() == SIDE / 2
                && shape.dilation() == 1
                && shape.stride() == 2
                && shape.height() % 2 == 0
                && shape.width() % 2 == 0;
    }

    @Override
    public void forward(Tensor input, Tensor weight, Tensor output) {
        whole.forward(input, weight, output);
    }

    @Override
    public void backward(
            Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        if (inputGradient != null) {
            whole.backwardInput(weight, outputGradient, inputGradient);
        }
        if (weightGradient != null) {
            backwardWeights(input, outputGradient, weightGradient);
        }
    }

    private void backwardWeights(Tensor input, Tensor outputGradient, Tensor weightGradient) {
        OnednnTensor taken = phases.of(OnednnTensor.of(input), "input phases");
        OnednnTensor window = library.scratch(part, "taps of a weight gradient");
        float[] gradient = new float[weightGradient.size()];
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                try (OnednnTensor phase = phases.one(taken, a, b)) {
                    ofPhase.compute(phase, OnednnTensor.of(outputGradient), window);
                }
                place(window.numbers(), a, b, gradient);
            }
        }
        weightGradient.write(gradient);
    }

    private static void place(float[] window, int a, int b, float[] gradient) {
        for (int i = 0; i < window.length; i++) {
            int channel = i / (PHASE_SIDE * PHASE_SIDE);
            int row = 2 * (i / PHASE_SIDE % PHASE_SIDE) + a;
            int column = 2 * (i % PHASE_SIDE) + b;
            if (row < SIDE && column < SIDE) {
                gradient[(channel * SIDE + row) * SIDE + column] = window[i];
            }
        }
    }
}
