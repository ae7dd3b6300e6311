package org.isdarts.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgmaxRuleTest {
    private static final SearchSpace BY_EDGE = NasBench201.SPACE;
    private static final SearchSpace BY_NODE = Darts.SPACE;
    private static final int NONE = 0;

    private static double[][] zeros(SearchSpace space) {
        return new double[space.edges().size()][space.operations().size()];
    }

    @Test
    void everyEdgeOfNasBench201KeepsItsBest() {
        double[][] values = zeros(BY_EDGE);
        values[4][3] = 0.9;

        assertThat(ArgmaxRule.cell(BY_EDGE, values)).hasSize(6).contains(new Candidate(4, 3));
    }

    @Test
    void noneMayBeTheBestInNasBench201() {
        double[][] values = zeros(BY_EDGE);
        values[4][NONE] = 0.9;

        assertThat(ArgmaxRule.cell(BY_EDGE, values)).contains(new Candidate(4, NONE));
    }

    @Test
    void nodeOfDartsKeepsTheTwoEdgesWhoseBestIsLargest() {
        double[][] values = zeros(BY_NODE);
        values[9][5] = 0.3;
        values[11][2] = 0.4;
        values[12][1] = 0.2;

        assertThat(ArgmaxRule.cell(BY_NODE, values))
                .contains(new Candidate(9, 5), new Candidate(11, 2))
                .noneMatch(candidate -> candidate.edge() == 12);
    }

    @Test
    void noneNeverEntersACellOfDarts() {
        double[][] values = zeros(BY_NODE);
        Arrays.stream(values).forEach(row -> row[NONE] = 1);

        assertThat(ArgmaxRule.cell(BY_NODE, values)).allMatch(candidate -> candidate.operation() != NONE);
    }

    @Test
    void equalNumbersGoToTheLowestIndices() {
        assertThat(ArgmaxRule.cell(BY_NODE, zeros(BY_NODE)))
                .containsExactly(
                        new Candidate(0, 1),
                        new Candidate(1, 1),
                        new Candidate(2, 1),
                        new Candidate(3, 1),
                        new Candidate(5, 1),
                        new Candidate(6, 1),
                        new Candidate(9, 1),
                        new Candidate(10, 1));
    }

    /** IS-DARTS' rule may give a node two operations of one edge; this one may not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noEdgeOfDartsIsKeptTwice(long seed) {
        Random random = new Random(seed);
        double[][] values = zeros(BY_NODE);
        Arrays.setAll(values, edge -> random.doubles(8).toArray());

        List<Candidate> cell = ArgmaxRule.cell(BY_NODE, values);

        assertThat(cell.stream().map(Candidate::edge).distinct()).hasSize(8);
    }

    @Test
    void genotypeHoldsEveryCellType() {
        Map<CellType, double[][]> values = Map.of(CellType.NORMAL, zeros(BY_NODE), CellType.REDUCTION, zeros(BY_NODE));

        assertThat(ArgmaxRule.genotype(BY_NODE, values).cells()).containsOnlyKeys(CellType.NORMAL, CellType.REDUCTION);
    }
}
