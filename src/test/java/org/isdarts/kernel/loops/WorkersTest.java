package org.isdarts.kernel.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkersTest {
    @ParameterizedTest
    @CsvSource({"1, 10", "2, 0", "2, 1", "2, 7", "2, 1000", "3, 1000", "8, 3"})
    void everyIndexIsComputedOnce(int threads, int count) {
        AtomicIntegerArray computed = new AtomicIntegerArray(count);
        try (Workers workers = new Workers(threads)) {
            workers.forEach(count, (from, to) -> {
                for (int i = from; i < to; i++) {
                    computed.incrementAndGet(i);
                }
            });
        }
        for (int i = 0; i < count; i++) {
            assertThat(computed.get(i)).isEqualTo(1);
        }
    }

    @Test
    void anotherThreadComputesWhileTheCallerIsBusy() {
        Set<Thread> computing = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);
        try (Workers workers = new Workers(2)) {
            workers.forEach(2, (from, to) -> {
                computing.add(Thread.currentThread());
                both.countDown();
                try {
                    both.await();
                } catch (InterruptedException unexpected) {
                    throw new IllegalStateException(unexpected);
                }
            });
        }
        assertThat(computing).hasSize(2).contains(Thread.currentThread());
    }

    @Test
    void aPieceThatFailsFailsTheLoopAndNotTheNextOne() {
        try (Workers workers = new Workers(2)) {
            IllegalArgumentException cause = new IllegalArgumentException("in a piece");
            assertThatThrownBy(() -> workers.forEach(100, (from, to) -> {
                        if (from == 0) {
                            throw cause;
                        }
                    }))
                    .hasCause(cause);
            workers.forEach(100, (from, to) -> assertThat(to).isGreaterThan(from));
        }
    }

    @Test
    void anInterruptionIsKeptForTheCaller() {
        try (Workers workers = new Workers(2)) {
            Thread.currentThread().interrupt();
            workers.forEach(1000, (from, to) -> Thread.onSpinWait());
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
