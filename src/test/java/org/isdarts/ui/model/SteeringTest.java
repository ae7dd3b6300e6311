package org.isdarts.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.isdarts.event.RunEvent;
import org.isdarts.run.Wish;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private static final long LATER = System.currentTimeMillis() + 60_000;

    private static Steering done(Wish.Kind kind, RunEvent answer) {
        return Steering.now(kind).after(answer).orElseThrow();
    }

    @Test
    void whatWasAskedIsToldUntilAndAfterItIsDone() {
        Steering asked = Steering.now(Wish.Kind.RESUME);
        assertThat(asked.words()).isEqualTo("resuming");
        assertThat(done(Wish.Kind.RESUME, new RunEvent.Resumed(LATER, 1, 0, null))
                        .words())
                .startsWith("resumed at ");
    }

    @Test
    void nothingIsToldOfItOnceTheRunHasEnded() {
        Steering resumed = done(Wish.Kind.RESUME, new RunEvent.Resumed(LATER, 1, 0, null));
        assertThat(resumed.after(new RunEvent.Finished(LATER, 3, "", 10))).isEmpty();
        assertThat(resumed.after(new RunEvent.Failed(LATER, 2, "", ""))).isEmpty();
    }
}
