package org.isdarts.kernel.cuda;

import java.util.List;
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
    void launchForward(List<Convolve> members) {
        cuda.program()
                .launch(
                        "depthwise",
                        output.grid().times(members.size()),
                        Places.of(members, Convolve::input),
                        Places.of(members, Convolve::weight),
                        Places.of(members, Convolve::output),
                        shape,
                        output.groups());
    }

    @Override
    void launchInputGradient(List<InputGradient> members) {
        long[][] from = outputGradients(members, InputGradient::from);
        cuda.program()
                .launch(
                        "depthwiseInputGradient",
                        input.grid().times(members.size()),
                        from[0],
                        from[1],
                        from[2],
                        Places.of(members, InputGradient::weight),
                        Places.of(members, InputGradient::target),
                        shape,
                        input.groups());
    }

    @Override
    void launchWeightGradient(List<WeightGradient> members, long parts) {
        int laneBlocks = Grid.blocks(input.pitch() / Images.GROUP, lanes);
        long[][] from = outputGradients(members, WeightGradient::from);
        cuda.program()
                .launch(
                        "depthwiseWeightGradient",
                        new Grid(chunks.count(), taps, laneBlocks * members.size(), SUM_THREADS),
                        Places.of(members, WeightGradient::input),
                        from[0],
                        from[1],
                        from[2],
                        parts,
                        shape,
                        lanes,
                        chunks.size());
    }
}
