package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchDataCommandTest {
    private static final String GENOTYPE =
            "|nor_conv_1x1~0|+|none~0|nor_conv_1x1~1|+|skip_connect~0|skip_connect~1|nor_conv_1x1~2|";

    @Test
    void tellsHowFastImagesArePreparedAndTrainedOnAndWhichOfTheTwoWaits() {
        Told told = Told.by("bench", "data", GENOTYPE, "--protocol", "tiny", "--threads", "1", "--workers", "2");
        assertThat(told.exit()).as(told.err().toString()).isZero();
        assertThat(told.out()).hasSize(4);
        assertThat(told.out().get(0)).matches("prepared: [1-9]\\d* views/s by 2 workers");
        assertThat(told.out().get(1))
                .matches("trained: +[1-9]\\d* images/s, a step of 32 in \\d+\\.\\d{3} s \\(\\w+, (fp32|bf16)\\)");
        assertThat(told.out().get(2)).matches("memory: +[1-9]\\d* MB at most");
        assertThat(told.out().get(3)).matches("(the training waits for images|images wait for the training).*\\d+ %.*");
    }

    @Test
    void refusesImagesOfWhichNoBatchIsLeftToTime() {
        Told told =
                Told.by("bench", "data", GENOTYPE, "--protocol", "tiny", "--train-images", "63", "--batch-size", "32");
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err())
                .containsExactly("isdarts: --train-images 63 is less than two batches of 32, of which the second is"
                        + " timed; give at least 64 or a smaller batch size");
    }
}
