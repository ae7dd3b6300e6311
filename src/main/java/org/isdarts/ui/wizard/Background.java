package org.isdarts.ui.wizard;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.concurrent.Task;

/** Work on a thread of its own whose outcome comes back to the window. */
final class Background {
    private Background() {}

    /**
     * Starts the work.
     *
     * @param done told the result on the window's thread, unless the task was cancelled
     * @param failed told what was thrown, likewise
     */
    static <T> Task<T> start(String name, Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Task<T> task = new Task<>() {
            @Override
            protected T call() throws Exception {
                return work.call();
            }
        };
        task.setOnSucceeded(event -> done.accept(task.getValue()));
        task.setOnFailed(event -> failed.accept(task.getException()));
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** For work that only fails through a mistake of the program. */
    static void unexpected(Throwable failure) {
        throw new IllegalStateException(failure);
    }
}
