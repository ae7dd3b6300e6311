package org.isdarts.kernel.onednn;

import java.util.Map;
import java.util.WeakHashMap;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;

/**
 * A convolution whose channels do not fill whole blocks, computed as one whose channels do: the blocked layout holds
 * zeros in the place of the channels that are missing, and so do the weights here. oneDNN has no fast code for the
 * convolution as it is; its plain loops are a thousand times slower.
 */
final class PaddedConvolution implements Convolution {
    private static final int BLOCK = 16;
    private static final int FEW_CHANNELS = 3;

    private final ConvolutionShape shape;
    private final ConvolutionShape padded;
    private final Convolution whole;
    private final Precision precision;
    private final OnednnTensor weights;
    private final OnednnTensor weightGradients;
    private final Map<Tensor, OnednnTensor> views = new WeakHashMap<>();

    /**
     * @param whole the convolution {@link #ofWholeBlocks}
     */
    PaddedConvolution(Library library, Precision precision, ConvolutionShape shape, Convolution whole) {
        this.shape = shape;
        this.padded = ofWholeBlocks(shape);
        this.whole = whole;
        this.precision = precision;
        this.weights = new OnednnTensor(library, Layout.plain(padded.weight()));
        this.weightGradients = new OnednnTensor(library, Layout.plain(padded.weight()));
    }

    /** Whether a convolution over all channels has channels that do not fill blocks, on either side. */
    static boolean fits(ConvolutionShape shape) {
        return !shape.depthwise()
                && shape.kernel() > 1
                && shape.inChannels() > FEW_CHANNELS
                && (shape.inChannels() % BLOCK != 0 || shape.outChannels() % BLOCK != 0);
    }

    /** The same convolution with channels up to the end of the last block. */
    static ConvolutionShape ofWholeBlocks(ConvolutionShape shape) {
        return new ConvolutionShape(
                shape.images(),
                wholeBlocks(shape.inChannels()),
                shape.height(),
                shape.width(),
                wholeBlocks(shape.outChannels()),
                shape.kernel(),
                shape.stride(),
                shape.padding(),
                shape.dilation(),
                false);
    }

    private static int wholeBlocks(int channels) {
        return (channels + BLOCK - 1) / BLOCK * BLOCK;
    }

    @Override
    public void forward(Tensor input, Tensor weight, Tensor output) {
        fill(weight);
        whole.forward(view(input, padded.input()), weights, view(output, padded.output()));
    }

    @Override
    public void backward(
            Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        fill(weight);
        whole.backward(
                view(input, padded.input()),
                weights,
                view(outputGradient, padded.output()),
                inputGradient == null ? null : view(inputGradient, padded.input()),
                weightGradient == null ? null : weightGradients);
        if (weightGradient != null) {
            tellOwn(weightGradient);
        }
    }

    private void tellOwn(Tensor weightGradient) {
        float[] all = weightGradients.numbers();
        float[] own = new float[weightGradient.size()];
        copy(all, own, false);
        weightGradient.write(own);
    }

    private void fill(Tensor weight) {
        float[] own = OnednnTensor.of(weight).numbers();
        float[] all = new float[weights.size()];
        copy(all, own, true);
        weights.write(all);
    }

    /** Copies the weights there are into those of whole blocks, or out of them. */
    private void copy(float[] all, float[] own, boolean in) {
        int row = shape.inChannels() * shape.kernel() * shape.kernel();
        int paddedRow = padded.inChannels() * shape.kernel() * shape.kernel();
        for (int o = 0; o < shape.outChannels(); o++) {
            if (in) {
                System.arraycopy(own, o * row, all, o * paddedRow, row);
            } else {
                System.arraycopy(all, o * paddedRow, own, o * row, row);
            }
        }
    }

    /** The same memory with all channels of its blocks. */
    private OnednnTensor view(Tensor tensor, int[] wholeShape) {
        return views.computeIfAbsent(
                tensor, missing -> OnednnTensor.of(tensor).part(Layout.of(precision, wholeShape), 0));
    }
}
