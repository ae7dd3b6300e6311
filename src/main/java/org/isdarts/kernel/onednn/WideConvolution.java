package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.List;
import org.bytedeco.dnnl.memory;
import org.isdarts.kernel.Convolution;
import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;

/**
 * A depthwise 5x5 convolution whose weight gradient comes from two windows of three columns, because oneDNN is a
 * thousand times slower for wider ones. The columns 1, 2, 3 of the gradient are those of a 5x3 window; the columns 0,
 * 2, 4 are those of a 5x3 window on every second column of the images. Images lower than the window get rows of zeros
 * below, which change nothing.
 */
final class WideConvolution implements Convolution {
    private static final int SIDE = 5;
    private static final int COLUMNS = 3;

    private final Library library;
    private final OnednnConvolution whole;
    private final int height;
    private final Layout tall;
    private final Phases phases;
    private final WeightGradient inner;
    private final WeightGradient outer;
    private final Layout part;

    WideConvolution(Library library, Precision precision, ConvolutionShape shape) {
        this.library = library;
        whole = new OnednnConvolution(library, precision, shape);
        height = shape.height();
        tall = Layout.of(precision, shape.images(), shape.inChannels(), Math.max(SIDE, height), shape.width());
        phases = new Phases(library, tall, 1, 2);
        int[] weight = {shape.outChannels(), 1, SIDE, COLUMNS};
        Window window = new Window(weight, true, 1, 1, SIDE / 2, COLUMNS / 2);
        inner = new WeightGradient(library, window, tall, tall);
        outer = new WeightGradient(library, window, phases.apart(), phases.apart());
        part = Layout.plain(weight);
    }

    static boolean fits(ConvolutionShape shape) {
        return shape.depthwise()
                && shape.kernel() == SIDE
                && shape.padding() == SIDE / 2
                && shape.dilation() == 1
                && shape.stride() == 1
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
        OnednnTensor x = tall(OnednnTensor.of(input), "tall input");
        OnednnTensor dy = tall(OnednnTensor.of(outputGradient), "tall output");
        OnednnTensor columns = library.scratch(part, "columns of a weight gradient");
        inner.compute(x, dy, columns);
        float[] odd = columns.numbers();
        outer.compute(phases.of(x, "input columns"), phases.of(dy, "output columns"), columns);
        float[] even = columns.numbers();
        float[] gradient = new float[weightGradient.size()];
        for (int i = 0; i < gradient.length; i++) {
            int row = i / SIDE * COLUMNS;
            int column = i % SIDE;
            gradient[i] = column % 2 == 0 ? even[row + column / 2] : odd[row + column - 1];
        }
        weightGradient.write(gradient);
    }

    private OnednnTensor tall(OnednnTensor images, String purpose) {
        if (height >= SIDE) {
            return images;
        }
        OnednnTensor higher = library.scratch(tall, purpose + " of " + height + " rows");
        int width = tall.shape().get(3);
        memory.desc low = images.layout.pixels(height, width, 1);
        memory.desc upper = tall.pixels(height, width, 1);
        try (memory source = images.view(low, 0);
                memory target = higher.view(upper, 0)) {
            library.primitive(List.of("upper rows", images.layout, tall), () -> library.reordering(low, upper))
                    .with(DNNL_ARG_SRC, source)
                    .with(DNNL_ARG_DST, target)
                    .run();
        }
        return higher;
    }
}
