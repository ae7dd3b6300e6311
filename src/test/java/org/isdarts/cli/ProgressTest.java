package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.isdarts.event.RunEvent;
import org.isdarts.space.NasBench201;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter printed = new StringWriter();

    private Progress progress(int columns) {
        return new Progress(new PrintWriter(printed, true), NasBench201.SPACE, 24, columns);
    }

    private static RunEvent.BatchProgress batch(int step) {
        return new RunEvent.BatchProgress(1_000_000, 3, step, 782, 1.234, 0.5, 0.025, 980, 75, 4_000);
    }

    @Test
    void theLiveLineIsShorterThanTheTerminalIsWide() {
        progress(60).accept(batch(17));

        assertThat(printed.toString().strip()).hasSizeLessThan(60).startsWith("epoch 3/24  step 17/782");
    }

    @Test
    void aWideTerminalShowsEverything() {
        progress(200).accept(batch(17));

        assertThat(printed.toString()).contains("loss 1.23", "top-1 50.0 %", "980 images/s", "  ends in");
    }

    @Test
    void noEndIsToldBeforeItIsEstimated() {
        progress(200)
                .accept(new RunEvent.BatchProgress(
                        1_000_000, 3, 17, 782, 1.234, 0.5, 0.025, 980, Double.NaN, Double.NaN));

        assertThat(printed.toString())
                .contains("estimating the end", "980 images/s")
                .doesNotContain("ends in");
    }

    @Test
    void theLiveLineIsTakenAwayAtTheEnd() {
        Progress progress = progress(60);
        progress.accept(batch(17));
        progress.close();

        assertThat(printed.toString()).endsWith("\r" + " ".repeat(lastShown().length()) + "\r");
    }

    private String lastShown() {
        return List.of(printed.toString().split("\r", -1)).get(1);
    }

    @Test
    void withoutATerminalALineIsPrintedOnceAMinute() {
        Progress progress = progress(0);
        progress.accept(batch(17));
        progress.accept(batch(18));

        assertThat(printed.toString().lines()).hasSize(1);
    }
}
