package org.isdarts.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryGateTest {
    private static final SweepRun FIRST = new SweepRun(0, "first", Map.of());
    private static final SweepRun SECOND = new SweepRun(1, "second", Map.of());

    private double used = 200;
    private double free = 3_000;
    private final MemoryGate gate = new MemoryGate(() -> used, () -> free);

    private void firstTrainsWith(double megabytes) {
        gate.lets(FIRST);
        used += megabytes;
        free -= megabytes;
        gate.trains(FIRST);
    }

    @Test
    void aRunBeginsBesideOneThatLeavesAsMuchAsItTakes() {
        firstTrainsWith(1_400);
        assertThat(gate.lets(SECOND)).isTrue();
    }

    @Test
    void aRunWaitsForOneThatLeavesLess() {
        firstTrainsWith(1_600);
        assertThat(gate.lets(SECOND)).isFalse();
        assertThat(gate.isCrowded()).isTrue();
        assertThat(gate.megabytesOfEach()).isEqualTo(1_600);
        gate.ended(FIRST);
        assertThat(gate.lets(SECOND)).isTrue();
    }

    @Test
    void aRunWaitsUntilItIsKnownWhatTheOneBeforeTakes() {
        gate.lets(FIRST);
        assertThat(gate.lets(SECOND)).isFalse();
        assertThat(gate.isCrowded()).isFalse();
    }

    @Test
    void aRunAloneAlwaysBegins() {
        free = 0;
        assertThat(gate.lets(FIRST)).isTrue();
    }

    @Test
    void whereTheSystemTellsNothingRunsBegin() {
        used = Double.NaN;
        free = Double.NaN;
        gate.lets(FIRST);
        gate.trains(FIRST);
        assertThat(gate.lets(SECOND)).isTrue();
    }
}
