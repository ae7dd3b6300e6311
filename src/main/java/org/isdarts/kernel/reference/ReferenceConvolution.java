package org.isdarts.kernel.reference;

import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Tensor;

/** The sum of {@link Convolution} as it is written. */
final class ReferenceConvolution implements Convolution {
    private final ConvolutionShape shape;

    ReferenceConvolution(ConvolutionShape shape) {
        this.shape = shape;
    }

    /** One product of the sum: places in weight, input and output. */
    private interface Term {
        void at(int weight, int input, int output);
    }

    @Override
    public void forward(Tensor input, Tensor weight, Tensor output) {
        ReferenceTensor x = (ReferenceTensor) input;
        ReferenceTensor w = (ReferenceTensor) weight;
        ReferenceTensor y = (ReferenceTensor) output;
        for (int i = 0; i < y.size(); i++) {
            y.set(i, 0);
        }
        forEachTerm((wi, xi, yi) -> y.add(yi, w.get(wi) * x.get(xi)));
    }

    @Override
    public void backward(
            Tensor input, Tensor weight, Tensor outputGradient, Tensor inputGradient, Tensor weightGradient) {
        ReferenceTensor x = (ReferenceTensor) input;
        ReferenceTensor w = (ReferenceTensor) weight;
        ReferenceTensor dy = (ReferenceTensor) outputGradient;
        if (weightGradient != null) {
            ReferenceTensor dw = (ReferenceTensor) weightGradient;
            for (int i = 0; i < dw.size(); i++) {
                dw.set(i, 0);
            }
            forEachTerm((wi, xi, yi) -> dw.add(wi, dy.get(yi) * x.get(xi)));
        }
        if (inputGradient != null) {
            ReferenceTensor dx = (ReferenceTensor) inputGradient;
            for (int i = 0; i < dx.size(); i++) {
                dx.set(i, 0);
            }
            forEachTerm((wi, xi, yi) -> dx.add(xi, dy.get(yi) * w.get(wi)));
        }
    }

    private void forEachTerm(Term term) {
        int inPerGroup = shape.depthwise() ? 1 : shape.inChannels();
        for (int n = 0; n < shape.images(); n++) {
            for (int o = 0; o < shape.outChannels(); o++) {
                for (int c = 0; c < inPerGroup; c++) {
                    int x = n * shape.inChannels() + (shape.depthwise() ? o : c);
                    forEachTermOfPlanes(term, o * inPerGroup + c, x, n * shape.outChannels() + o);
                }
            }
        }
    }

    private void forEachTermOfPlanes(Term term, int window, int inPlane, int outPlane) {
        int k = shape.kernel();
        for (int i = 0; i < shape.outHeight(); i++) {
            for (int j = 0; j < shape.outWidth(); j++) {
                for (int u = 0; u < k; u++) {
                    for (int v = 0; v < k; v++) {
                        int row = i * shape.stride() + u * shape.dilation() - shape.padding();
                        int column = j * shape.stride() + v * shape.dilation() - shape.padding();
                        if (row >= 0 && row < shape.height() && column >= 0 && column < shape.width()) {
                            term.at(
                                    (window * k + u) * k + v,
                                    (inPlane * shape.height() + row) * shape.width() + column,
                                    (outPlane * shape.outHeight() + i) * shape.outWidth() + j);
                        }
                    }
                }
            }
        }
    }
}
