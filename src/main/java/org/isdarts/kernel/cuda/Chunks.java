package org.isdarts.kernel.cuda;

/**
 * How pixels are shared out among blocks whose sums are added up afterwards. It follows from the number of pixels alone,
 * so that every GPU adds in the same order.
 *
 * @param size pixels of a chunk, a multiple of 16
 * @param count how many chunks there are
 */
record Chunks(int size, int count) {
    private static final int STEP = 16;
    private static final int MOST = 128;
    private static final int SMALLEST = 128;

    static Chunks of(int pixels) {
        int size = Math.max(SMALLEST, Grid.blocks(Grid.blocks(pixels, MOST), STEP) * STEP);
        return new Chunks(size, Grid.blocks(pixels, size));
    }

    /** Groups of channels that the threads of a block take side by side: a power of two, at most 16. */
    static int lanes(int groups) {
        return Math.min(STEP, Integer.highestOneBit(2 * groups - 1));
    }
}
