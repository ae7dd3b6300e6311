package org.isdarts.data;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * The batches of one epoch in order, prepared ahead by daemon threads. At most {@value #AHEAD_PER_WORKER} batches a
 * worker wait to be taken. One thread takes them; it alone may close the stream.
 */
public final class BatchStream implements AutoCloseable {
    private static final int AHEAD_PER_WORKER = 2;

    private final ExecutorService workers;
    private final IntFunction<Batch> prepare;
    private final Queue<Future<Batch>> ahead = new ArrayDeque<>();
    private final int end;
    private int nextStep;

    /** A stream that is at its end. */
    public static BatchStream empty() {
        return new BatchStream(0, 0, 1, step -> null);
    }

    /** Batches of the steps {@code from} to {@code end}, the last excluded. */
    BatchStream(int from, int end, int workers, IntFunction<Batch> prepare) {
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(workers, task -> {
            Thread thread = new Thread(task, "isdarts-data-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.prepare = prepare;
        this.nextStep = from;
        this.end = end;
        for (int i = 0; i < AHEAD_PER_WORKER * workers; i++) {
            order();
        }
    }

    private void order() {
        if (nextStep < end) {
            int step = nextStep++;
            ahead.add(workers.submit(() -> prepare.apply(step)));
        }
    }

    /**
     * Waits for the next batch.
     *
     * @return the batch, or null at the end of the epoch
     * @throws IllegalStateException if preparing it failed (the failure is the cause), if the stream is closed, or if
     *     the waiting thread is interrupted (it stays marked so)
     */
    public Batch next() {
        if (workers.isShutdown()) {
            throw new IllegalStateException("the stream of batches is closed");
        }
        Future<Batch> batch = ahead.poll();
        if (batch == null) {
            return null;
        }
        order();
        try {
            return batch.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("preparing a batch failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a batch", interrupted);
        }
    }

    /** Stops the workers; batches not taken are lost. */
    @Override
    public void close() {
        workers.shutdownNow();
        ahead.clear();
    }
}
