package org.isdarts.kernel.cuda;

import java.util.List;
import org.isdarts.kernel.BatchNorm;

/**
 * Sums over the pixels of images, channel by channel: over chunks of pixels, then over the chunks.
 *
 * @param cuda what computes
 * @param images how they lie
 */
record NormSums(Cuda cuda, Images images) implements Group.Work<NormBackward> {
    private static final int THREADS = 128;
    private static final float EPSILON = (float) BatchNorm.EPSILON;

    private Chunks chunks() {
        return Chunks.of(images.pixels());
    }

    private int lanes() {
        return Chunks.lanes(images.pitch() / Images.GROUP);
    }

    private Grid chunkGrid(int members) {
        return new Grid(chunks().count(), Grid.blocks(images.pitch() / Images.GROUP, lanes()), members, THREADS);
    }

    private long parts(int members) {
        return cuda.pool().workspace(2L * images.pitch() * chunks().count() * members * Double.BYTES);
    }

    /** Overwrites mean and variance. */
    void launchStatistics(Statistics wanted) {
        long parts = parts(1);
        Program program = cuda.program();
        program.launch("normSums", chunkGrid(1), wanted.images(), images.argument(), lanes(), chunks().size(), parts);
        program.launch(
                "normStatistics",
                Grid.of(images.channels()),
                wanted.images(),
                images.argument(),
                parts,
                chunks().count(),
                wanted.mean(),
                wanted.variance());
    }

    /** The sums of backward passes. */
    @Override
    public void launch(List<NormBackward> members) {
        long parts = parts(members.size());
        long[] means = Places.of(members, NormBackward::mean);
        long[] variances = Places.of(members, NormBackward::variance);
        cuda.program()
                .launch(
                        "normBackwardSums",
                        chunkGrid(members.size()),
                        Places.of(members, NormBackward::input),
                        Places.of(members, NormBackward::outputGradient),
                        images.argument(),
                        means,
                        variances,
                        EPSILON,
                        lanes(),
                        chunks().size(),
                        parts);
        cuda.program()
                .launch(
                        "normBackwardCoefficients",
                        Grid.of(images.channels()).times(members.size()),
                        images.argument(),
                        parts,
                        chunks().count(),
                        factors(members),
                        means,
                        variances,
                        Places.of(members, NormBackward::gamma),
                        EPSILON,
                        Places.of(members, NormBackward::coefficients),
                        Places.of(members, NormBackward::gammaGradient),
                        Places.of(members, NormBackward::betaGradient));
    }

    private static float[] factors(List<NormBackward> members) {
        float[] factors = new float[Group.MOST];
        for (int m = 0; m < members.size(); m++) {
            factors[m] = members.get(m).factor();
        }
        return factors;
    }
}
