package org.isdarts.figure.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.figure.cell.CellLayout.Node;
import org.isdarts.figure.cell.CellLayout.Point;
import org.isdarts.figure.cell.CellLayout.Strand;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Edge;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CellLayoutTest {
    /** Both spaces with every mask of a search, from all candidates to the genotype. */
    static Stream<Arguments> masks() {
        return Stream.of(SimulatedSearch.nasBench201(1), SimulatedSearch.darts(1))
                .map((List<RunEvent> events) -> History.of(events))
                .flatMap(history -> history.masks().stream()
                        .flatMap(changed -> changed.masks().values().stream())
                        .map(mask -> Arguments.of(history.space(), mask)));
    }

    private static Rectangle2D box(Node node) {
        return new Rectangle2D.Double(node.x(), node.y(), node.width(), node.height());
    }

    @ParameterizedTest
    @MethodSource("masks")
    void nodesDoNotOverlapAndLieWithin(SearchSpace space, Mask mask) {
        CellLayout layout = CellLayout.of(space, mask);
        List<Rectangle2D> boxes =
                layout.nodes().stream().map(CellLayoutTest::box).toList();

        for (int i = 0; i < boxes.size(); i++) {
            for (Rectangle2D other : boxes.subList(i + 1, boxes.size())) {
                assertThat(boxes.get(i).intersects(other)).isFalse();
            }
            assertThat(new Rectangle2D.Double(0, 0, layout.width(), layout.height()).contains(boxes.get(i)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("masks")
    void everyKeptCandidateHasOneStrand(SearchSpace space, Mask mask) {
        CellLayout layout = CellLayout.of(space, mask);

        assertThat(layout.strands())
                .extracting(Strand::candidate)
                .containsExactlyInAnyOrderElementsOf(mask.keptCandidates());
    }

    @ParameterizedTest
    @MethodSource("masks")
    void aStrandLeadsFromTheSourceOfItsEdgeToItsTarget(SearchSpace space, Mask mask) {
        CellLayout layout = CellLayout.of(space, mask);

        for (Strand strand : layout.strands()) {
            Edge edge = space.edges().get(strand.candidate().edge());
            Node from = layout.nodes().get(edge.from());
            Node to = layout.nodes().get(edge.to());
            Point start = strand.route().get(0);
            Point end = strand.route().get(strand.route().size() - 1);
            assertThat(start.x()).isEqualTo(from.x() + from.width());
            assertThat(start.y()).isBetween(from.y(), from.y() + from.height());
            assertThat(end.x()).isEqualTo(to.x());
            assertThat(end.y()).isBetween(to.y(), to.y() + to.height());
        }
    }

    @ParameterizedTest
    @MethodSource("masks")
    void strandsPassNoOtherNode(SearchSpace space, Mask mask) {
        CellLayout layout = CellLayout.of(space, mask);

        for (Strand strand : layout.strands()) {
            Edge edge = space.edges().get(strand.candidate().edge());
            List<Node> others = layout.nodes().stream()
                    .filter(node -> node.index() != edge.from() && node.index() != edge.to())
                    .toList();
            for (int i = 1; i < strand.route().size(); i++) {
                Point a = strand.route().get(i - 1);
                Point b = strand.route().get(i);
                assertThat(others).noneMatch(node -> box(node).intersectsLine(a.x(), a.y(), b.x(), b.y()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("masks")
    void strandsOfOneEdgeKeepTheirDistance(SearchSpace space, Mask mask) {
        CellLayout layout = CellLayout.of(space, mask);

        for (int e = 0; e < space.edges().size(); e++) {
            int edge = e;
            List<Double> starts = layout.strands().stream()
                    .filter(strand -> strand.candidate().edge() == edge)
                    .map(strand -> strand.route().get(0).y())
                    .toList();
            assertThat(IntStream.range(1, starts.size()).mapToObj(i -> starts.get(i) - starts.get(i - 1)))
                    .allMatch(distance -> distance > 3);
        }
    }

    @Test
    void twoOperationsOnOneEdgeAreTwoStrandsWithALabelEach() {
        boolean[][] rows = new boolean[14][8];
        for (int[] kept : new int[][] {{0, 2}, {0, 4}, {2, 1}, {3, 1}, {5, 3}, {6, 3}, {13, 2}, {13, 6}}) {
            rows[kept[0]][kept[1]] = true;
        }
        CellLayout layout = CellLayout.of(Darts.SPACE, Mask.of(rows));

        Strand first = layout.strand(new Candidate(0, 2)).orElseThrow();
        Strand second = layout.strand(new Candidate(0, 4)).orElseThrow();
        assertThat(second.label().y() - first.label().y()).isGreaterThan(8);
        assertThat(second.label().x()).isEqualTo(first.label().x());
    }

    @Test
    void dartsHandsEveryInnerNodeToItsOutput() {
        CellLayout layout = CellLayout.of(Darts.SPACE);

        assertThat(layout.nodes()).hasSize(7);
        assertThat(layout.links()).extracting(CellLayout.Link::from).containsExactlyInAnyOrder(2, 3, 4, 5);
    }

    @Test
    void theLastNodeOfNasBench201IsItsOutput() {
        CellLayout layout = CellLayout.of(NasBench201.SPACE);

        assertThat(layout.nodes()).hasSize(4);
        assertThat(layout.links()).isEmpty();
    }

    @Test
    void theSameMaskGivesTheSameLayout() {
        Mask mask = History.of(SimulatedSearch.darts(1)).mask(CellType.REDUCTION);

        assertThat(CellLayout.of(Darts.SPACE, mask)).isEqualTo(CellLayout.of(Darts.SPACE, mask));
    }
}
