package org.isdarts.ui.bridge;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/** Work on a thread of its own whose outcome comes back to the window, unless it was cancelled. */
public final class Background {
    private final Task<?> task;

    private Background(Task<?> task) {
        this.task = task;
    }

    /** What is to be done. */
    public interface Work<T> {
        /** @param cancelled tells when to give up */
        T result(BooleanSupplier cancelled) throws Exception;
    }

    /**
     * Starts the work.
     *
     * @param done told the result on the window's thread
     * @param failed told what was thrown, likewise
     */
    public static <T> Background start(String name, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Task<T> task = new Task<>() {
            @Override
            protected T call() throws Exception {
                return work.result(this::isCancelled);
            }
        };
        task.setOnSucceeded(event -> done.accept(task.getValue()));
        task.setOnFailed(event -> failed.accept(task.getException()));
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new Background(task);
    }

    /**
     * Gives the work up; true if it was still going on. The thread is not interrupted: that could leave a compute
     * library loaded by half.
     */
    public boolean cancel() {
        return task.cancel(false);
    }

    /** Whether it is neither finished nor cancelled. */
    public boolean isRunning() {
        return !task.isDone();
    }

    /** For work that only fails through a mistake of the program: goes where all uncaught exceptions go. */
    public static void unexpected(Throwable failure) {
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, failure);
    }
}
