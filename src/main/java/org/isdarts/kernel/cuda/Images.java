package org.isdarts.kernel.cuda;

import org.isdarts.kernel.Precision;

/**
 * How images lie: {@code [N,H,W,C]}, channels filled up with zeros to whole groups of 16 bytes.
 *
 * @param count N
 * @param channels C
 * @param height H
 * @param width W
 * @param precision of a number
 */
record Images(int count, int channels, int height, int width, Precision precision) {
    /** Numbers that a thread loads at once. */
    static final int GROUP = 4;

    private static final int BYTES_OF_PITCH = 16;

    static Images of(Precision precision, int... shape) {
        return new Images(shape[0], shape[1], shape[2], shape[3], precision);
    }

    /** {@code [N,C,H,W]}. */
    int[] shape() {
        return new int[] {count, channels, height, width};
    }

    /** Channels with the filling. */
    int pitch() {
        int step = BYTES_OF_PITCH / bytesOfNumber();
        return (channels + step - 1) / step * step;
    }

    private int bytesOfNumber() {
        return precision == Precision.BFLOAT16 ? Short.BYTES : Float.BYTES;
    }

    /** Pixels of all images. */
    int pixels() {
        return Math.multiplyExact(count, height * width);
    }

    /** Groups of four numbers, each computed by one thread. */
    int groups() {
        return Math.multiplyExact(pixels(), pitch() / GROUP);
    }

    long bytes() {
        return (long) groups() * GROUP * bytesOfNumber();
    }

    /** A thread for each group. */
    Grid grid() {
        return Grid.of(groups());
    }

    /** As kernels take it. */
    int[] argument() {
        return new int[] {count, channels, pitch(), height, width};
    }
}
