package org.isdarts.kernel.loops;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Splits loops over a fixed number of threads. Every index is computed by the same instructions whichever thread takes
 * it, so results do not depend on the number of threads.
 *
 * <p>Java cannot vectorise loops over native memory, but it does over arrays that fit the first-level cache; so a loop
 * copies a piece into an array, computes there, and copies back. The copies cost next to nothing.
 */
public final class Workers implements AutoCloseable {
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

    /** Runs the loop from 0 to {@code count} in equal parts and waits for all of them. */
    public void forEach(int count, Range body) {
        int parts = Math.min(threads, count);
        if (parts <= 1) {
            body.run(0, count);
            return;
        }
        CountDownLatch rest = new CountDownLatch(parts - 1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        for (int part = 1; part < parts; part++) {
            int from = (int) ((long) count * part / parts);
            int to = (int) ((long) count * (part + 1) / parts);
            executor.execute(() -> {
                try {
                    body.run(from, to);
                } catch (RuntimeException | Error thrown) {
                    failure.set(thrown);
                } finally {
                    rest.countDown();
                }
            });
        }
        body.run(0, (int) ((long) count / parts));
        await(rest);
        if (failure.get() != null) {
            throw new IllegalStateException("a kernel failed", failure.get());
        }
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
