package org.isdarts.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.isdarts.event.RunEvent.Mistake;
import org.isdarts.event.RunEvent.TestImagesJudged;
import org.isdarts.network.Prediction;
import org.junit.jupiter.api.Test;

class TestTallyTest {
    private static TestImagesJudged judged() {
        TestTally tally = new TestTally(List.of("cat", "dog"));
        tally.add(new Prediction(new float[] {2, 0, 0, 1}, new int[] {0, 0}));
        tally.add(new Prediction(new float[] {3, 0, 0, 5}, new int[] {1, 1}));
        return tally.judged(7);
    }

    @Test
    void countsWhatEachClassWasTakenFor() {
        assertThat(judged().counts()).containsExactly(List.of(1, 1), List.of(1, 1));
        assertThat(judged().accuracy(0)).isEqualTo(0.5);
    }

    @Test
    void theSurestMistakeComesFirst() {
        assertThat(judged().mistakes()).extracting(Mistake::image).containsExactly(2, 1);
        assertThat(judged().mistakes().get(0).probability()).isCloseTo(Math.exp(3) / (Math.exp(3) + 1), within(1e-12));
    }

    @Test
    void aMistakeTellsBothClasses() {
        Mistake mistake = judged().mistakes().get(1);
        assertThat(mistake.label()).isZero();
        assertThat(mistake.takenFor()).isEqualTo(1);
    }
}
