package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;

/**
 * Lets Ctrl-C and SIGTERM stop a search at its next batch; the process then ends only when the search has saved its
 * state and the command has said how to resume it.
 */
final class StopOnSignal {
    private StopOnSignal() {}

    /**
     * Runs a command that ends soon after its search is stopped. Returns its exit code.
     *
     * @param stop stops the search
     * @param err told that the search is about to stop
     */
    static int stops(Runnable stop, PrintWriter err, IntSupplier command) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    stop.run();
                    err.println();
                    err.println("isdarts: stopping after this batch, then saving");
                    await(done);
                },
                "isdarts-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return command.getAsInt();
        } finally {
            done.countDown();
            remove(hook);
        }
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook is running; it ends by itself now.
        }
    }
}
