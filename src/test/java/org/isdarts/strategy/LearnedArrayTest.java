package org.isdarts.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearnedArrayTest {
    private static final Adam ADAM = Adam.ofDarts(3e-4, 1e-3);

    private static LearnedArray array() {
        return new LearnedArray("a", new double[] {0.5, -0.25}, ADAM);
    }

    @Test
    void firstStepIsOneRateLong() {
        LearnedArray array = array();
        array.step(new double[] {0.2, -70});

        assertThat(array.values()).containsExactly(new double[] {0.4997, -0.2497}, within(1e-7));
    }

    /** By hand: g = 1, then 3; m = 0.5, 1.75; v = 0.001, 0.009999; with m' = 1.75 / 0.75, v' = 0.009999 / 0.001999. */
    @Test
    void secondStepUsesBothCorrectedMoments() {
        LearnedArray array = new LearnedArray("a", new double[] {0}, new Adam(0.1, 0, 0.5, 0.999, 0));
        array.step(new double[] {1});
        array.step(new double[] {3});

        assertThat(array.values()[0])
                .isCloseTo(-0.1 - 0.1 * (1.75 / 0.75) / Math.sqrt(0.009999 / 0.001999), within(1e-7));
    }

    @Test
    void decayPullsTowardsZeroWithoutAnyGradient() {
        LearnedArray array = array();
        array.step(new double[2]);

        assertThat(array.values()).containsExactly(new double[] {0.4997, -0.2497}, within(1e-6));
    }

    @Test
    void whatDoesNotMoveStaysAsItIs() {
        LearnedArray array = array();
        array.step(new double[] {0.2, 0.2}, i -> i == 1);

        assertThat(array.values()[0]).isEqualTo(0.5);
    }

    @Test
    void restoredArrayGoesOnWithTheSameBits() {
        LearnedArray going = array();
        going.step(new double[] {0.2, -0.1});
        LearnedArray restored = array();
        restored.restore(new State(going.state()));
        going.step(new double[] {-0.3, 0.7});
        restored.step(new double[] {-0.3, 0.7});

        assertThat(restored.values()).containsExactly(going.values());
    }

    @Test
    void stateOfAnotherLengthIsRefused() {
        State other = new State(new LearnedArray("a", new double[3], ADAM).state());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> array().restore(other))
                .withMessage("the checkpoint does not fit this strategy: it has 3 numbers as a in place of 2");
    }

    @Test
    void stateWithoutTheArrayIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> array().restore(State.NONE))
                .withMessageContaining("lacks a");
    }
}
