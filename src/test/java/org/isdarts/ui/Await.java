package org.isdarts.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Waits for what a window shows.
 *
 * <p>A condition is asked on the window's thread: a lookup from another thread meets the scene in the middle of a change now and then.
 */
public final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Await() {}

    /**
     * Returns as soon as the condition holds and the window has shown it.
     *
     * @throws TimeoutException after two minutes
     */
    public static void await(Callable<Boolean> condition) throws TimeoutException {
        await(PATIENCE, condition);
    }

    /**
     * Waits likewise for what takes longer.
     *
     * @throws TimeoutException when the patience is over
     */
    public static void await(Duration patience, Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                patience.toMillis(),
                TimeUnit.MILLISECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(patience.toMillis(), condition));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
