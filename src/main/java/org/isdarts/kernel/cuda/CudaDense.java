package org.isdarts.kernel.cuda;

import java.util.List;
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

    private static Grid tiles(Images target, int members) {
        return new Grid(Grid.blocks(target.pixels(), ROWS), Grid.blocks(target.pitch(), COLUMNS), members, THREADS);
    }

    @Override
    void launchForward(List<Convolve> members) {
        Grid grid = tiles(output, members.size());
        boolean hasStatistics = members.stream().anyMatch(member -> member.mean() != 0);
        long sums = hasStatistics
                ? cuda.pool().workspace(2L * members.size() * output.pitch() * grid.x() * Double.BYTES)
                : 0L;
        cuda.program()
                .launch(
                        "convolution",
                        grid,
                        Places.of(members, Convolve::input),
                        Places.of(members, Convolve::weight),
                        Places.of(members, Convolve::output),
                        shape,
                        sums);
        if (hasStatistics) {
            cuda.program()
                    .launch(
                            "convolutionStatistics",
                            new Grid(output.channels(), members.size(), 1, THREADS),
                            sums,
                            grid.x(),
                            shape,
                            Places.of(members, Convolve::mean),
                            Places.of(members, Convolve::variance));
        }
    }

    @Override
    void launchInputGradient(List<InputGradient> members) {
        long[][] from = outputGradients(members, InputGradient::from);
        cuda.program()
                .launch(
                        "convolutionInputGradient",
                        tiles(input, members.size()),
                        from[0],
                        from[1],
                        from[2],
                        Places.of(members, InputGradient::weight),
                        Places.of(members, InputGradient::target),
                        shape);
    }

    @Override
    void launchWeightGradient(List<WeightGradient> members, long parts) {
        Grid grid = new Grid(
                chunks.count(),
                Grid.blocks((long) taps * input.pitch(), ROWS),
                Grid.blocks(output.pitch(), COLUMNS) * members.size(),
                THREADS);
        long[][] from = outputGradients(members, WeightGradient::from);
        cuda.program()
                .launch(
                        "convolutionWeightGradient",
                        grid,
                        Places.of(members, WeightGradient::input),
                        from[0],
                        from[1],
                        from[2],
                        parts,
                        shape,
                        chunks.size());
    }
}
