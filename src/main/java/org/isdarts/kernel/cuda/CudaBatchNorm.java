package org.isdarts.kernel.cuda;

import static org.isdarts.kernel.cuda.CudaTensor.address;

import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Tensor;

/** Batch norm: sums over chunks of pixels, their sum, then every pixel. */
final class CudaBatchNorm implements BatchNorm {
    private static final int SUM_THREADS = 128;
    private static final float SMALL = (float) EPSILON;

    private final Cuda cuda;
    private final Images images;
    private final Chunks chunks;
    private final int lanes;

    CudaBatchNorm(Cuda cuda, Images images) {
        this.cuda = cuda;
        this.images = images;
        this.chunks = Chunks.of(images.pixels());
        this.lanes = Chunks.lanes(images.pitch() / Images.GROUP);
    }

    private Grid sumGrid() {
        return new Grid(chunks.count(), Grid.blocks(images.pitch() / Images.GROUP, lanes), 1, SUM_THREADS);
    }

    private Grid channelGrid() {
        return Grid.of(images.channels());
    }

    private long partBytes() {
        return 2L * images.pitch() * chunks.count() * Double.BYTES;
    }

    @Override
    public void forward(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        long parts = cuda.pool().workspace(partBytes());
        cuda.launch("normSums", sumGrid(), address(input), images.argument(), lanes, chunks.size(), parts);
        cuda.launch(
                "normStatistics",
                channelGrid(),
                address(input),
                images.argument(),
                parts,
                chunks.count(),
                address(mean),
                address(variance));
        evaluate(input, affine, mean, variance, output);
    }

    @Override
    public void evaluate(Tensor input, Affine affine, Tensor mean, Tensor variance, Tensor output) {
        cuda.launch(
                "normalize",
                images.grid(),
                address(input),
                images.argument(),
                affine == null ? 0L : address(affine.gamma()),
                affine == null ? 0L : address(affine.beta()),
                address(mean),
                address(variance),
                SMALL,
                address(output),
                images.groups());
    }

    @Override
    public void backward(
            Tensor input,
            Affine affine,
            Tensor mean,
            Tensor variance,
            double factor,
            Tensor outputGradient,
            Tensor inputGradient) {
        long parts = cuda.pool().workspace(partBytes() + 2L * images.pitch() * Float.BYTES);
        long means = parts + partBytes();
        cuda.launch(
                "normBackwardSums",
                sumGrid(),
                address(input),
                address(outputGradient),
                images.argument(),
                address(mean),
                address(variance),
                SMALL,
                lanes,
                chunks.size(),
                parts);
        cuda.launch(
                "normBackwardMeans",
                channelGrid(),
                images.argument(),
                parts,
                chunks.count(),
                (float) factor,
                means,
                affine == null ? 0L : address(affine.gammaGradient()),
                affine == null ? 0L : address(affine.betaGradient()));
        cuda.launch(
                "normBackward",
                images.grid(),
                address(input),
                address(outputGradient),
                images.argument(),
                affine == null ? 0L : address(affine.gamma()),
                address(mean),
                address(variance),
                SMALL,
                (float) factor,
                means,
                address(inputGradient),
                images.groups());
    }
}
