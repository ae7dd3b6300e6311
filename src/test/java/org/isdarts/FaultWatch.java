package org.isdarts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Fails the test in which an exception reaches the end of a thread, or JavaFX logs a warning, such as a style sheet's
 * color that cannot be resolved. Registered for every test by {@code junit-platform.properties}.
 */
public final class FaultWatch implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    /** Classes loaded from the class path, where JavaFX prefers modules, are what this project wants. */
    private static final String INTENDED = "Unsupported JavaFX configuration";

    private static final LinkedBlockingQueue<Throwable> FAULTS = new LinkedBlockingQueue<>();
    /** Held, because the log manager forgets loggers that nobody holds. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static final Handler LISTENER = new Handler() {
        @Override
        public void publish(LogRecord record) {
            String message = String.valueOf(record.getMessage());
            if (record.getLevel().intValue() >= Level.WARNING.intValue() && !message.startsWith(INTENDED)) {
                FAULTS.add(
                        new IllegalStateException(record.getLoggerName() + " warns: " + message, record.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** For a test that provokes faults: those so far, which then fail nothing. */
    public static List<Throwable> take() {
        List<Throwable> taken = new ArrayList<>();
        FAULTS.drainTo(taken);
        return taken;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // TestFX puts a handler of its own in place when it is first used, and tells only of faults that a robot
        // awaits.
        WaitForAsyncUtils.clearExceptions();
        JAVAFX.removeHandler(LISTENER);
        JAVAFX.addHandler(LISTENER);
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            fault.printStackTrace();
            FAULTS.add(new IllegalStateException("uncaught in " + thread.getName(), fault));
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        failOnFaults();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        failOnFaults();
    }

    private static void failOnFaults() {
        List<Throwable> faults = take();
        if (!faults.isEmpty()) {
            AssertionError failure = new AssertionError(faults.size() + " unseen faults, the first: "
                    + faults.get(0).getMessage());
            faults.forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
