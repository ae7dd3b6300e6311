package org.isdarts.kernel.cuda;

/** How many blocks of a kernel run, in three directions, and how many threads each has. */
record Grid(int x, int y, int z, int threads) {
    private static final int THREADS = 256;

    /** At least so many threads. */
    static Grid of(long threads) {
        return new Grid(blocks(threads, THREADS), 1, 1, THREADS);
    }

    /** As many times that in the second direction. */
    Grid times(int members) {
        return new Grid(x, members, z, threads);
    }

    /** How many parts of a size hold so many things. */
    static int blocks(long things, int size) {
        return Math.toIntExact((things + size - 1) / size);
    }
}
