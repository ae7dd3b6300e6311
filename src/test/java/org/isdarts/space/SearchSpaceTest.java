package org.isdarts.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void theSubsetsHoldEveryCandidateOnce(String name) {
        SearchSpace space = SearchSpace.of(name);
        assertThat(space.subsets().stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(space.edges().size() * space.operations().size());
    }

    @Test
    void edgesEnterTheirNodesInOrder() {
        assertThat(SearchSpace.NAS_BENCH_201.edges())
                .containsExactly(
                        new Edge(0, 1), new Edge(0, 2), new Edge(1, 2), new Edge(0, 3), new Edge(1, 3), new Edge(2, 3));
        assertThat(SearchSpace.DARTS.edges()).hasSize(14);
        assertThat(SearchSpace.DARTS.edgesInto(3)).containsExactly(2, 3, 4);
    }

    @Test
    void aDartsNodeMayKeepTwoOperationsOfOneEdge() {
        Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
        List<Candidate> kept = new ArrayList<>();
        for (int node = 2; node < 6; node++) {
            int edge = SearchSpace.DARTS.edgesInto(node).get(0);
            kept.add(new Candidate(edge, 2));
            kept.add(new Candidate(edge, 3));
        }
        cells.put(CellType.NORMAL, kept);
        cells.put(CellType.REDUCTION, kept);
        assertThat(new Genotype(SearchSpace.DARTS, cells).cells()).isEqualTo(cells);
    }

    @Test
    void aGenotypeKeepsCOperationsInEverySubset() {
        Map<CellType, List<Candidate>> cells = Map.of(CellType.NORMAL, List.of(new Candidate(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Genotype(SearchSpace.NAS_BENCH_201, cells))
                .withMessageContaining("keeps 1 operations in every comparison subset");
    }

    @Test
    void namesTheKnownSpacesWhenAskedForAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchSpace.of("nasnet"))
                .withMessage("no search space is called 'nasnet'; known are nas-bench-201, darts");
    }

    @Test
    void anEdgeLeadsForward() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Edge(2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Edge(-1, 2));
    }
}
