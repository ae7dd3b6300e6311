package org.isdarts.kernel.loops;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Means and variances of the channels of images, exact to float32's last place: float sums run over a few numbers only,
 * and their sums are double. What a batch norm's statistics lose to rounding moves every decision and every importance
 * behind it.
 */
public final class ChannelMoments {
    /** Numbers summed side by side, so that Java vectorises; a multiple of every number of lanes. */
    private static final int WIDTH = 1024;

    /** Additions in single precision before a sum is carried over to double precision. */
    private static final int FLOAT_ADDITIONS = 32;

    private final int images;
    private final int channels;
    private final int lanes;
    private final int plane;
    private final float[] piece;
    private final float[] pivots;
    private final float[] sums;
    private final float[] squares;
    private final double[] sum;
    private final double[] square;

    /**
     * @param shape {@code [N,C,H,W]}
     * @param lanes channels of a pixel that lie side by side: images are stored as {@code [N,C/lanes,H,W,lanes]}, the
     *     last block filled up
     */
    public ChannelMoments(int[] shape, int lanes) {
        this.images = shape[0];
        this.channels = shape[1];
        this.lanes = lanes;
        this.plane = shape[2] * shape[3] * lanes;
        int width = Math.min(WIDTH, plane);
        this.piece = new float[width];
        this.pivots = new float[width];
        this.sums = new float[width];
        this.squares = new float[width];
        this.sum = new double[lanes];
        this.square = new double[lanes];
    }

    /**
     * Computes both.
     *
     * @param mean {@code [C]}, overwritten
     * @param variance {@code [C]}, overwritten; divisor {@code N H W}
     */
    public void take(FloatBuffer values, FloatBuffer mean, FloatBuffer variance) {
        int blocks = (channels + lanes - 1) / lanes;
        double count = (double) images * plane / lanes;
        for (int block = 0; block < blocks; block++) {
            sumUp(values, block, blocks);
            for (int lane = 0; lane < lanes && block * lanes + lane < channels; lane++) {
                double offset = sum[lane] / count;
                mean.put(block * lanes + lane, (float) (pivots[lane] + offset));
                variance.put(block * lanes + lane, (float) Math.max(0, square[lane] / count - offset * offset));
            }
        }
    }

    /** Sums of a block's differences from its first pixel, which is nearer to the mean than zero may be. */
    private void sumUp(FloatBuffer values, int block, int blocks) {
        for (int i = 0; i < pivots.length; i++) {
            pivots[i] = values.get(block * plane + i % lanes);
        }
        Arrays.fill(sum, 0);
        Arrays.fill(square, 0);
        int additions = 0;
        for (int image = 0; image < images; image++) {
            int start = (image * blocks + block) * plane;
            for (int place = 0; place < plane; place += piece.length) {
                int count = Math.min(piece.length, plane - place);
                values.get(start + place, piece, 0, count);
                add(count);
                if (++additions == FLOAT_ADDITIONS) {
                    carryOver();
                    additions = 0;
                }
            }
        }
        carryOver();
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            float difference = piece[i] - pivots[i];
            sums[i] += difference;
            squares[i] += difference * difference;
        }
    }

    private void carryOver() {
        for (int i = 0; i < sums.length; i++) {
            sum[i % lanes] += sums[i];
            square[i % lanes] += squares[i];
            sums[i] = 0;
            squares[i] = 0;
        }
    }
}
