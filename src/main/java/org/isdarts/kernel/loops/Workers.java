package org.isdarts.kernel.loops;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Splits loops over a fixed number of threads. Every index is computed by the same instructions whichever thread takes
 * it, so results do not depend on the number of threads.
 *
 * <p>Java cannot vectorise loops over native memory, but it does over arrays that fit the first-level cache; so a loop
 * copies a piece into an array, computes there, and copies back. The copies cost next to nothing.
 */
public final class Workers implements AutoCloseable {
    private static final int PIECES_PER_THREAD = 4;
    private static final long AWAKE_NANOSECONDS = 50_000;

    private final int threads;
    private final ExecutorService executor;

    /**
     * @param threads how many, the caller's among them
     */
    public Workers(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "isdarts-kernels");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A part of a loop: the indices {@code from} to {@code to}, the last excluded. */
    public interface Range {
        /** Computes it. */
        void run(int from, int to);
    }

    /** Runs the loop from 0 to {@code count} in pieces of about equal length and waits for all of them. */
    public void forEach(int count, Range body) {
        int pieces = Math.min(PIECES_PER_THREAD * threads, count);
        if (threads == 1 || pieces <= 1) {
            body.run(0, count);
            return;
        }
        Loop loop = new Loop(count, pieces, body);
        for (int helper = 1; helper < threads; helper++) {
            executor.execute(loop::work);
        }
        loop.work();
        loop.await();
    }

    /**
     * A loop whose pieces are taken by whichever thread is free: a thread takes as long to wake up as a short loop runs,
     * and meanwhile the caller computes.
     */
    private static final class Loop {
        private final int count;
        private final int pieces;
        private final Range body;
        private final AtomicInteger taken = new AtomicInteger();
        private final CountDownLatch rest;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Loop(int count, int pieces, Range body) {
            this.count = count;
            this.pieces = pieces;
            this.body = body;
            this.rest = new CountDownLatch(pieces);
        }

        /** Takes pieces until none is left. */
        void work() {
            for (int piece = taken.getAndIncrement(); piece < pieces; piece = taken.getAndIncrement()) {
                try {
                    body.run((int) ((long) count * piece / pieces), (int) ((long) count * (piece + 1) / pieces));
                } catch (RuntimeException | Error thrown) {
                    failure.set(thrown);
                } finally {
                    rest.countDown();
                }
            }
        }

        /** Waits for pieces that others compute, awake for as long as a piece usually takes. */
        void await() {
            long asleepFrom = System.nanoTime() + AWAKE_NANOSECONDS;
            while (rest.getCount() > 0 && System.nanoTime() < asleepFrom) {
                Thread.onSpinWait();
            }
            boolean interrupted = false;
            while (rest.getCount() > 0) {
                try {
                    rest.await();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure.get() != null) {
                throw new IllegalStateException("a kernel failed", failure.get());
            }
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
