package org.isdarts.data;

import java.util.Arrays;

/**
 * Brings lines of values to another length. Every new value is a mean of old ones with weights that fall off linearly: to
 * the neighbors when a line grows, across all that the new value stands for when it shrinks. Pillow's
 * {@code Image.BILINEAR} has the same weights; its values differ by 1 in 255 at most, as it rounds once more, between rows
 * and columns ({@code docs/formats.md}).
 */
final class Resampling {
    private final int from;
    private final int[] first;
    private final float[][] weights;

    private Resampling(int from, int[] first, float[][] weights) {
        this.from = from;
        this.first = first;
        this.weights = weights;
    }

    /**
     * Prepares the weights.
     *
     * @param from old length of a line
     * @param box how much of it to take, around the middle
     * @param to new length
     */
    static Resampling of(int from, double box, int to) {
        int[] first = new int[to];
        float[][] weights = new float[to][];
        double scale = box / to;
        double reach = Math.max(scale, 1);
        for (int i = 0; i < to; i++) {
            double center = (from - box) / 2 + (i + 0.5) * scale;
            int begin = Math.max(0, (int) (center - reach + 0.5));
            int end = Math.min(from, (int) (center + reach + 0.5));
            first[i] = begin;
            weights[i] = weights(begin, end, center, reach);
        }
        return new Resampling(from, first, weights);
    }

    private static float[] weights(int begin, int end, double center, double reach) {
        double[] raw = new double[end - begin];
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = Math.max(0, 1 - Math.abs(begin + i + 0.5 - center) / reach);
            sum += raw[i];
        }
        float[] weights = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            weights[i] = (float) (raw[i] / sum);
        }
        return weights;
    }

    /** Brings so many rows of unsigned bytes, from an offset on, to the new length. */
    float[] rows(byte[] values, int offset, int rows) {
        int to = first.length;
        float[] result = new float[rows * to];
        for (int row = 0; row < rows; row++) {
            int start = offset + row * from;
            for (int i = 0; i < to; i++) {
                float sum = 0;
                for (int k = 0; k < weights[i].length; k++) {
                    sum += weights[i][k] * (values[start + first[i] + k] & 0xff);
                }
                result[row * to + i] = sum;
            }
        }
        return result;
    }

    /** Brings all columns of a matrix to the new length, and stores them as unsigned bytes from an offset on. */
    void columns(float[] values, int width, byte[] target, int offset) {
        float[] sums = new float[width];
        for (int row = 0; row < first.length; row++) {
            Arrays.fill(sums, 0);
            for (int k = 0; k < weights[row].length; k++) {
                int start = (first[row] + k) * width;
                for (int x = 0; x < width; x++) {
                    sums[x] += weights[row][k] * values[start + x];
                }
            }
            for (int x = 0; x < width; x++) {
                target[offset + row * width + x] = (byte) Math.round(sums[x]);
            }
        }
    }
}
