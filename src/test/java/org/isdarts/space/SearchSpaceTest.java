package org.isdarts.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchSpaceTest {
    @Test
    void nasBench201ComparesTheOperationsOfEveryEdge() {
        assertThat(NasBench201.SPACE.subsets()).hasSize(6).allSatisfy(subset -> assertThat(subset)
                .hasSize(5));
    }

    @Test
    void dartsComparesAllOperationsEnteringANode() {
        assertThat(Darts.SPACE.subsets().stream().map(subset -> subset.size())).containsExactly(16, 24, 32, 40);
    }

    @Test
    void nasBench201StacksResidualBlocksBetweenStages() {
        assertThat(NasBench201.SPACE.macroNet().blocks(16, 5))
                .hasSize(17)
                .filteredOn(block -> !block.isCell())
                .hasSize(2);
    }

    @Test
    void dartsReducesBySearchedCells() {
        assertThat(Darts.SPACE.macroNet().blocks(16, 2).stream().map(MacroNet.Block::channels))
                .containsExactly(16, 16, 32, 32, 32, 64, 64, 64);
    }

    static List<SearchSpace> all() {
        return SearchSpaces.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSubsetsHoldEveryCandidateOnce(SearchSpace space) {
        assertThat(space.subsets().stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(space.edges().size() * space.operations().size());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySpaceSaysWhatItIsInASentence(SearchSpace space) {
        assertThat(space.title()).isNotBlank();
        assertThat(space.description())
                .endsWith(".")
                .hasSizeGreaterThan(space.title().length());
    }

    @Test
    void s2AndS3OfRobustDartsHaveFewerOperationsInTheCellOfDarts() {
        assertThat(RobustDartsS2.SPACE.edges()).isEqualTo(Darts.SPACE.edges());
        assertThat(RobustDartsS2.SPACE.operations()).containsExactly(Operation.SKIP_CONNECT, Operation.SEP_CONV_3X3);
        assertThat(RobustDartsS3.SPACE.operations())
                .containsExactly(Operation.NONE, Operation.SKIP_CONNECT, Operation.SEP_CONV_3X3);
        assertThat(RobustDartsS2.SPACE.subsets().stream().map(List::size)).containsExactly(4, 6, 8, 10);
    }

    @Test
    void countsTheArchitecturesThatNasBench201Trained() {
        assertThat(NasBench201.SPACE.architectures()).isEqualTo(15_625);
    }

    @Test
    void countsPairsOfOperationsForEveryNodeOfBothCells() {
        // Node by node the pairs of 4, 6, 8 and 10 candidates.
        assertThat(RobustDartsS2.SPACE.architectures()).isEqualTo((long) Math.pow(6 * 15 * 28 * 45, 2));
    }

    @Test
    void refusesASpaceThatKeepsMoreThanItCompares() {
        SearchSpace.Builder small = SearchSpace.named("small")
                .cellTypes(CellType.NORMAL)
                .nodes(1, 2)
                .operations(Operation.NONE)
                .keptOnEveryEdge(2);
        assertThatIllegalArgumentException()
                .isThrownBy(small::build)
                .withMessage("small keeps 2 of the 1 candidates of a comparison subset");
    }

    @Test
    void edgesEnterTheirNodesInOrder() {
        assertThat(NasBench201.SPACE.edges())
                .containsExactly(
                        new Edge(0, 1), new Edge(0, 2), new Edge(1, 2), new Edge(0, 3), new Edge(1, 3), new Edge(2, 3));
        assertThat(Darts.SPACE.edges()).hasSize(14);
        assertThat(Darts.SPACE.edgesInto(3)).containsExactly(2, 3, 4);
    }

    @Test
    void aDartsNodeMayKeepTwoOperationsOfOneEdge() {
        Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
        List<Candidate> kept = new ArrayList<>();
        for (int node = 2; node < 6; node++) {
            int edge = Darts.SPACE.edgesInto(node).get(0);
            kept.add(new Candidate(edge, 2));
            kept.add(new Candidate(edge, 3));
        }
        cells.put(CellType.NORMAL, kept);
        cells.put(CellType.REDUCTION, kept);
        assertThat(new Genotype(Darts.SPACE, cells).cells()).isEqualTo(cells);
    }

    @Test
    void aGenotypeKeepsCOperationsInEverySubset() {
        Map<CellType, List<Candidate>> cells = Map.of(CellType.NORMAL, List.of(new Candidate(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Genotype(NasBench201.SPACE, cells))
                .withMessageContaining("keeps 1 operations in every comparison subset");
    }

    @Test
    void namesTheKnownSpacesWhenAskedForAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchSpaces.of("nasnet"))
                .withMessage("no search space is called 'nasnet'; known are nas-bench-201, darts,"
                        + " robustdarts-s2, robustdarts-s3");
    }

    @Test
    void anEdgeLeadsForward() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Edge(2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Edge(-1, 2));
    }
}
