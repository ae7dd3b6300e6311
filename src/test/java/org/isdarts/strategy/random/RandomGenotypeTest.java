package org.isdarts.strategy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;

class RandomGenotypeTest {
    private static final int DRAWN = 20_000;

    private static List<Candidate> cell(SearchSpace space, Random random) {
        return RandomGenotype.draw(space, random).cells().get(CellType.NORMAL);
    }

    @Test
    void everyOperationOfAnEdgeIsEquallyLikely() {
        SearchSpace space = NasBench201.SPACE;
        Random random = new Random(1);
        Map<Candidate, Integer> counts = new HashMap<>();
        for (int i = 0; i < DRAWN; i++) {
            cell(space, random).forEach(candidate -> counts.merge(candidate, 1, Integer::sum));
        }
        assertThat(counts).hasSize(6 * 5);
        assertThat(counts.values())
                .allSatisfy(count -> assertThat(count / (double) DRAWN).isCloseTo(0.2, within(0.02)));
    }

    @Test
    void aNodeHasTwoDistinctEdgesAndNeverNone() {
        SearchSpace space = Darts.SPACE;
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            List<Candidate> cell = cell(space, random);
            assertThat(cell).hasSize(8).extracting(Candidate::edge).doesNotHaveDuplicates();
            assertThat(cell).noneMatch(candidate -> space.operations().get(candidate.operation()) == Operation.NONE);
        }
    }

    @Test
    void followsFromTheGeneratorAlone() {
        assertThat(cell(Darts.SPACE, new Random(5))).isEqualTo(cell(Darts.SPACE, new Random(5)));
    }
}
