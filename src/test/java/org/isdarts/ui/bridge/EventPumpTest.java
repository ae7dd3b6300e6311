package org.isdarts.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.isdarts.event.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class EventPumpTest {
    private final List<RunEvent> seen = new CopyOnWriteArrayList<>();
    private final List<Boolean> onWindowThread = new CopyOnWriteArrayList<>();
    private final EventPump pump = new EventPump(events -> {
        seen.addAll(events);
        onWindowThread.add(Platform.isFxApplicationThread());
    });

    private static RunEvent checkpoint(int number) {
        return new RunEvent.CheckpointWritten(0, 1, number, "");
    }

    private void waitForAll(int events) throws Exception {
        WaitForAsyncUtils.waitFor(20, java.util.concurrent.TimeUnit.SECONDS, () -> seen.size() >= events);
    }

    @Test
    void whatManyThreadsTellReachesTheReaderWholeAndOnTheWindowsThread() throws Exception {
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(teller -> new Thread(
                        () -> IntStream.range(0, 5_000).forEach(i -> pump.offer(checkpoint(teller * 5_000 + i)))))
                .toList();
        threads.forEach(Thread::start);
        waitForAll(20_000);
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20_000)
                        .mapToObj(EventPumpTest::checkpoint)
                        .toList());
        assertThat(onWindowThread).containsOnly(true);
    }

    @Test
    void anEventThatComesAfterAPauseIsBroughtToo() throws Exception {
        pump.offer(checkpoint(1));
        waitForAll(1);
        pump.offer(checkpoint(2));
        waitForAll(2);
        assertThat(seen).isEqualTo(new ArrayList<>(List.of(checkpoint(1), checkpoint(2))));
    }

    @Test
    void emptyingBringsAtOnceWhatWaits() {
        pump.offer(checkpoint(1));
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            pump.empty();
            assertThat(seen).containsExactly(checkpoint(1));
        });
    }

    @Test
    void aStoppedPumpBringsNothing() {
        pump.offer(checkpoint(1));
        List<RunEvent> before = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            pump.stop();
            return List.copyOf(seen);
        });
        pump.offer(checkpoint(2));
        WaitForAsyncUtils.waitForAsyncFx(20_000, pump::empty);
        assertThat(seen).isEqualTo(before);
    }
}
