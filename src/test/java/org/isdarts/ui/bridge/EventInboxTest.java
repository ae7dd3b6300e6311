package org.isdarts.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.isdarts.event.RunEvent;
import org.isdarts.event.RunEvent.BatchProgress;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.event.SearchEvent.OperationsDiscarded;
import org.isdarts.space.CellType;
import org.junit.jupiter.api.Test;

class EventInboxTest {
    private static final int EPOCHS = 200;
    private static final int BATCHES = 100;
    private final EventInbox inbox = new EventInbox();

    @Test
    void ofSeveralProgressesInARowOnlyTheLatestWaits() {
        inbox.offer(progress(1, 1));
        inbox.offer(progress(1, 2));
        assertThat(inbox.takeAll()).containsExactly(progress(1, 2));
    }

    @Test
    void progressKeepsItsPlaceAmongHistory() {
        inbox.offer(progress(1, 9));
        inbox.offer(epoch(1));
        inbox.offer(progress(2, 1));
        assertThat(inbox.takeAll()).containsExactly(progress(1, 9), epoch(1), progress(2, 1));
    }

    @Test
    void takingLeavesNothing() {
        inbox.offer(epoch(1));
        inbox.takeAll();
        assertThat(inbox.takeAll()).isEmpty();
    }

    @Test
    void noEpochAndNoDiscardIsLostHoweverFastTheyCome() throws InterruptedException {
        Thread search = new Thread(this::searchFast);
        List<RunEvent> seen = new ArrayList<>();
        search.start();
        while (search.isAlive()) {
            seen.addAll(inbox.takeAll());
            Thread.onSpinWait();
        }
        seen.addAll(inbox.takeAll());
        assertThat(seen.stream().filter(event -> !(event instanceof BatchProgress)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, EPOCHS)
                        .boxed()
                        .flatMap(epoch -> List.of(epoch(epoch), discard(epoch)).stream())
                        .toList());
    }

    @Test
    void twentyThousandEventsThatNobodyTakesAreNoMoreThanTheirHistoryAndTheProgressBetween() {
        searchFast();
        assertThat(inbox.size()).isEqualTo(3 * EPOCHS);
    }

    private void searchFast() {
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            for (int step = 1; step <= BATCHES; step++) {
                inbox.offer(progress(epoch, step));
            }
            inbox.offer(epoch(epoch));
            inbox.offer(discard(epoch));
        }
    }

    private static RunEvent progress(int epoch, int step) {
        return new BatchProgress(0, epoch, step, BATCHES, 1, 0.5, 0.01, 100, 1, 2);
    }

    private static RunEvent epoch(int epoch) {
        return new EpochFinished(0, epoch, new RunEvent.Accuracy(1, 0.5, 0.9), null, 0.01, 1, 100);
    }

    private static RunEvent discard(int epoch) {
        return new OperationsDiscarded(0, epoch, "fisher", epoch, EPOCHS, CellType.NORMAL, List.of());
    }
}
