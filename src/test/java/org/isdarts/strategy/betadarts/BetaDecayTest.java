package org.isdarts.strategy.betadarts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.isdarts.space.CellType;
import org.isdarts.strategy.Softmax;
import org.junit.jupiter.api.Test;

class BetaDecayTest {
    private static final double[] ROW = {0, 1, 2};

    private static Map<CellType, double[][]> sixEdges() {
        double[][] table = new double[6][];
        Arrays.fill(table, ROW);
        return Map.of(CellType.NORMAL, table);
    }

    @Test
    void valueIsTheMeanLogarithmOfTheSum() {
        assertThat(BetaDecay.value(sixEdges())).isCloseTo(2.40761, within(5e-6));
    }

    @Test
    void gradientIsTheSoftmaxOverTheNumberOfEdges() {
        double[] expected = Arrays.stream(Softmax.of(ROW)).map(p -> p / 6).toArray();

        assertThat(BetaDecay.gradient(sixEdges()).get(CellType.NORMAL)[2]).containsExactly(expected, within(1e-12));
    }

    @Test
    void strengthGrowsFromZeroWithEveryEpoch() {
        assertThat(new BetaDecay(50).lambda(1, 100)).isZero();
        assertThat(new BetaDecay(50).lambda(100, 100)).isCloseTo(49.5, within(1e-12));
    }
}
