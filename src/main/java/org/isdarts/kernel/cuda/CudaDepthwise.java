package org.isdarts.kernel.cuda;

import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Precision;

/** A convolution of every channel on its own. */
final class CudaDepthwise extends CudaConvolution {
    private static final int SUM_THREADS = 128;

    private final int taps;
    private final int lanes;

    CudaDepthwise(Cuda cuda, Precision precision, ConvolutionShape shape) {
        super(cuda, precision, shape);
        this.taps = shape.kernel() * shape.kernel();
        this.lanes = Chunks.lanes(input.pitch() / Images.GROUP);
    }

    @Override
    void launchForward(long from, long weight, long into) {
        cuda.launch("depthwise", output.grid(), from, weight, into, shape, output.groups());
    }

    @Override
    void launchInputGradient(long outputGradient, long weight, long inputGradient) {
        cuda.launch(
                "depthwiseInputGradient", input.grid(), outputGradient, weight, inputGradient, shape, input.groups());
    }

    @Override
    void launchWeightGradient(long from, long outputGradient, long parts) {
        Grid grid = new Grid(chunks.count(), taps, Grid.blocks(input.pitch() / Images.GROUP, lanes), SUM_THREADS);
        cuda.launch("depthwiseWeightGradient", grid, from, outputGradient, parts, shape, lanes, chunks.size());
    }
}
