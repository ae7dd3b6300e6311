package org.isdarts.kernel.loops;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Means and variances of the channels of images, exact to float32's last place: float sums run over a few numbers only,
 * and their sums are double. What a batch norm's statistics lose to rounding moves every decision and every importance
 * behind it. The images are summed in a fixed number of parts, so that threads change nothing.
 */
public final class ChannelMoments {
    /** Numbers copied and summed side by side, so that Java vectorises; a multiple of every number of lanes. */
    private static final int WIDTH = 1024;

    /** Additions in single precision before the sums are carried over to double precision. */
    private static final int FLOAT_ADDITIONS = 32;

    private static final int PARTS = 8;

    /** Made once: anew for every call, they were most of what a training step left to the garbage collector. */
    private static final ThreadLocal<Lanes> OF_THREAD = ThreadLocal.withInitial(Lanes::new);

    private final int images;
    private final int channels;
    private final int lanes;
    private final int plane;
    private final int blocks;
    private final Workers workers;
    private final Part[] parts;

    /**
     * @param shape {@code [N,C,H,W]}
     * @param lanes channels of a pixel that lie side by side: images are stored as {@code [N,C/lanes,H,W,lanes]}, the
     *     last block filled up
     * @param workers what sums
     */
    public ChannelMoments(int[] shape, int lanes, Workers workers) {
        this.images = shape[0];
        this.channels = shape[1];
        this.lanes = lanes;
        this.plane = shape[2] * shape[3] * lanes;
        this.blocks = (channels + lanes - 1) / lanes;
        this.workers = workers;
        this.parts = new Part[blocks * PARTS];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new Part(i / PARTS, images * (i % PARTS) / PARTS, images * (i % PARTS + 1) / PARTS);
        }
    }

    /**
     * Computes both.
     *
     * @param mean {@code [C]}, overwritten
     * @param variance {@code [C]}, overwritten; divisor {@code N H W}
     */
    public void take(FloatBuffer values, FloatBuffer mean, FloatBuffer variance) {
        workers.forEach(parts.length, (from, to) -> {
            Lanes inLanes = OF_THREAD.get();
            for (int i = from; i < to; i++) {
                parts[i].sumUp(values, inLanes);
            }
        });
        double count = (double) images * plane / lanes;
        for (int channel = 0; channel < channels; channel++) {
            int lane = channel % lanes;
            double sum = 0;
            double square = 0;
            for (int part = 0; part < PARTS; part++) {
                sum += parts[channel / lanes * PARTS + part].sum[lane];
                square += parts[channel / lanes * PARTS + part].square[lane];
            }
            double offset = sum / count;
            mean.put(channel, (float) (values.get(channel / lanes * plane + lane) + offset));
            variance.put(channel, (float) Math.max(0, square / count - offset * offset));
        }
    }

    /** The sums of some images of a block: differences from its first pixel, which is nearer to the mean than zero may be. */
    private final class Part {
        private final int block;
        private final int first;
        private final int end;
        private final double[] sum = new double[lanes];
        private final double[] square = new double[lanes];

        Part(int block, int first, int end) {
            this.block = block;
            this.first = first;
            this.end = end;
        }

        void sumUp(FloatBuffer values, Lanes inLanes) {
            Arrays.fill(sum, 0);
            Arrays.fill(square, 0);
            values.get(block * plane, inLanes.pivots, 0, lanes);
            for (int filled = lanes; filled < WIDTH; filled += lanes) {
                System.arraycopy(inLanes.pivots, 0, inLanes.pivots, filled, lanes);
            }
            int additions = 0;
            for (int image = first; image < end; image++) {
                int start = (image * blocks + block) * plane;
                for (int place = 0; place < plane; place += WIDTH) {
                    int count = Math.min(WIDTH, plane - place);
                    values.get(start + place, inLanes.piece, 0, count);
                    inLanes.add(count);
                    if (++additions % FLOAT_ADDITIONS == 0) {
                        inLanes.carryOver(sum, square);
                    }
                }
            }
            inLanes.carryOver(sum, square);
        }
    }

    /** Sums in single precision, many side by side; zero between two parts. */
    private static final class Lanes {
        private final float[] piece = new float[WIDTH];
        private final float[] pivots = new float[WIDTH];
        private final float[] sums = new float[WIDTH];
        private final float[] squares = new float[WIDTH];

        void add(int count) {
            for (int i = 0; i < count; i++) {
                float difference = piece[i] - pivots[i];
                sums[i] += difference;
                squares[i] += difference * difference;
            }
        }

        void carryOver(double[] sum, double[] square) {
            for (int start = 0; start < WIDTH; start += sum.length) {
                for (int lane = 0; lane < sum.length; lane++) {
                    sum[lane] += sums[start + lane];
                    square[lane] += squares[start + lane];
                }
            }
            Arrays.fill(sums, 0);
            Arrays.fill(squares, 0);
        }
    }
}
