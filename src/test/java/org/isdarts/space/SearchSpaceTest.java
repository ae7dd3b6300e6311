package org.isdarts.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchSpaceTest {
    @Test
    void nasBench201ComparesTheOperationsOfEveryEdge() {
        assertThat(SearchSpace.NAS_BENCH_201.subsets()).hasSize(6).allSatisfy(subset -> assertThat(subset)
                .hasSize(5));
    }

    @Test
    void dartsComparesAllOperationsEnteringANode() {
        assertThat(SearchSpace.DARTS.subsets().stream().map(subset -> subset.size()))
                .containsExactly(16, 24, 32, 40);
    }

    @Test
    void nasBench201StacksResidualBlocksBetweenStages() {
        assertThat(SearchSpace.NAS_BENCH_201.macroNet().blocks(16, 5))
                .hasSize(17)
                .filteredOn(block -> !block.isCell())
                .hasSize(2);
    }

    @Test
    void dartsReducesBySearchedCells() {
        assertThat(SearchSpace.DARTS.macroNet().blocks(16, 2).stream().map(MacroNet.Block::channels))
                .containsExactly(16, 16, 32, 32, 32, 64, 64, 64);
    }
}
