package org.isdarts.kernel.loops;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Means and variances of the channels of images, exact to float32's last place: float sums run over a few numbers only,
 * and their sums are double. What a batch norm's statistics lose to rounding moves every decision and every importance
 * behind it. The images are summed in a fixed number of parts, so that threads change nothing.
 */
public final class ChannelMoments {
    /** Numbers copied at once; fits the first-level cache. */
    private static final int PIECE = 1024;

    /** Sums held side by side, so that Java vectorises; a multiple of every number of lanes, and a part of a piece. */
    private static final int WIDTH = 256;

    /** Pieces summed in single precision before the sums are carried over to double precision. */
    private static final int FLOAT_PIECES = 8;

    private static final int PARTS = 8;

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
            Lanes inLanes = new Lanes();
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
            for (int i = 0; i < WIDTH; i++) {
                inLanes.pivots[i] = values.get(block * plane + i % lanes);
            }
            int pieces = 0;
            for (int image = first; image < end; image++) {
                int start = (image * blocks + block) * plane;
                for (int place = 0; place < plane; place += PIECE) {
                    int count = Math.min(PIECE, plane - place);
                    values.get(start + place, inLanes.piece, 0, count);
                    inLanes.add(count);
                    if (++pieces % FLOAT_PIECES == 0) {
                        inLanes.carryOver(sum, square);
                    }
                }
            }
            inLanes.carryOver(sum, square);
        }
    }

    /** Sums in single precision, many side by side. */
    private static final class Lanes {
        private final float[] piece = new float[PIECE];
        private final float[] pivots = new float[WIDTH];
        private final float[] sums = new float[WIDTH];
        private final float[] squares = new float[WIDTH];

        void add(int count) {
            if (count == PIECE) {
                addWhole();
                return;
            }
            for (int start = 0; start < count; start += WIDTH) {
                int end = Math.min(WIDTH, count - start);
                for (int i = 0; i < end; i++) {
                    float difference = piece[start + i] - pivots[i];
                    sums[i] += difference;
                    squares[i] += difference * difference;
                }
            }
        }

        /** Four numbers for each sum at once: a third of the loads and stores. */
        private void addWhole() {
            for (int i = 0; i < WIDTH; i++) {
                float pivot = pivots[i];
                float a = piece[i] - pivot;
                float b = piece[i + WIDTH] - pivot;
                float c = piece[i + 2 * WIDTH] - pivot;
                float d = piece[i + 3 * WIDTH] - pivot;
                sums[i] += (a + b) + (c + d);
                squares[i] += (a * a + b * b) + (c * c + d * d);
            }
        }

        void carryOver(double[] sum, double[] square) {
            for (int i = 0; i < WIDTH; i++) {
                sum[i % sum.length] += sums[i];
                square[i % sum.length] += squares[i];
                sums[i] = 0;
                squares[i] = 0;
            }
        }
    }
}
