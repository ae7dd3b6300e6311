package org.isdarts.kernel.cuda;

import org.isdarts.kernel.ConvolutionShape;
import org.isdarts.kernel.Precision;

/** A convolution over all channels, as products of tiles. */
final class CudaDense extends CudaConvolution {
    private static final int ROWS = 64;
    private static final int COLUMNS = 16;
    private static final int THREADS = 64;

    private final int taps;

    CudaDense(Cuda cuda, Precision precision, ConvolutionShape shape) {
        super(cuda, precision, shape);
        this.taps = shape.kernel() * shape.kernel();
    }

    private static Grid tiles(Images target) {
        return new Grid(Grid.blocks(target.pixels(), ROWS), Grid.blocks(target.pitch(), COLUMNS), 1, THREADS);
    }

    @Override
    void launchForward(long from, long weight, long into) {
        cuda.launch("convolution", tiles(output), from, weight, into, shape);
    }

    @Override
    void launchInputGradient(long outputGradient, long weight, long inputGradient) {
        cuda.launch("convolutionInputGradient", tiles(input), outputGradient, weight, inputGradient, shape);
    }

    @Override
    void launchWeightGradient(long from, long outputGradient, long parts) {
        Grid grid = new Grid(
                chunks.count(),
                Grid.blocks((long) taps * input.pitch(), ROWS),
                Grid.blocks(output.pitch(), COLUMNS),
                THREADS);
        cuda.launch("convolutionWeightGradient", grid, from, outputGradient, parts, shape, chunks.size());
    }
}
