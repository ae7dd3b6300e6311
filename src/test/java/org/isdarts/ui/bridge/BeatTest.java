package org.isdarts.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class BeatTest {
    private final AtomicInteger beats = new AtomicInteger();
    private final FxTimer beat = new FxTimer(Duration.ofMillis(5), () -> {
        assertThat(Platform.isFxApplicationThread()).isTrue();
        beats.incrementAndGet();
    });

    private static void onWindow(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    @Test
    void beatsUntilItIsStopped() throws Exception {
        onWindow(beat::start);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> beats.get() >= 3);
        onWindow(beat::stop);
        int stopped = beats.get();
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(beats).hasValue(stopped);
    }

    @Test
    void aWindowThatIsBusyMissesBeatsInsteadOfCollectingThem() {
        onWindow(() -> {
            beat.start();
            sleep(200);
            // Behind the one beat that waits.
            Platform.runLater(beat::stop);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(beats).hasValue(1);
    }

    private static void sleep(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
