package org.isdarts.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradientClipTest {
    @Test
    void longGradientIsShortenedToTheLargestNorm() {
        List<double[]> gradient = List.of(new double[] {3}, new double[] {0, 4});
        new GradientClip(1).apply(gradient);

        assertThat(gradient.get(1)).containsExactly(new double[] {0, 0.8}, within(1e-6));
    }

    @Test
    void shortGradientStaysAsItIs() {
        double[] gradient = {3, 4};
        new GradientClip(5.1).apply(List.of(gradient));

        assertThat(gradient).containsExactly(3, 4);
    }

    @Test
    void normBeforeIsTold() {
        assertThat(new GradientClip(1).apply(List.of(new double[] {3, 4}))).isEqualTo(5);
    }
}
