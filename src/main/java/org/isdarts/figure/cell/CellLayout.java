package org.isdarts.figure.cell;

import java.util.List;
import java.util.Optional;
import org.isdarts.space.Candidate;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * Where everything of a cell lies, from left to right, in points. Plain numbers, for whatever draws it.
 *
 * @param space whose cell
 * @param width of the whole
 * @param height of the whole
 * @param nodes inputs, inner nodes and output, none overlapping another
 * @param strands one for every candidate laid out; those of one edge run side by side
 * @param links what is handed on without a choice: inner nodes to a concatenated output
 */
public record CellLayout(
        SearchSpace space, double width, double height, List<Node> nodes, List<Strand> strands, List<Link> links) {
    public CellLayout {
        nodes = List.copyOf(nodes);
        strands = List.copyOf(strands);
        links = List.copyOf(links);
    }

    /** A place. */
    public record Point(double x, double y) {}

    /**
     * A box.
     *
     * @param index the node's number in the space; the number of nodes for an output that concatenates
     * @param label what is written in it
     */
    public record Node(int index, String label, double x, double y, double width, double height) {}

    /**
     * The line of one candidate.
     *
     * @param route points it passes, x ascending; it is level at every one of them
     * @param label middle of its label; null where there are too many strands for labels
     */
    public record Strand(Candidate candidate, List<Point> route, Point label) {
        public Strand {
            route = List.copyOf(route);
        }
    }

    /**
     * A connection without a choice.
     *
     * @param from index of the inner node
     * @param route as of a {@link Strand}
     */
    public record Link(int from, List<Point> route) {
        public Link {
            route = List.copyOf(route);
        }
    }

    /** The layout of all candidates of the space. It stays the same while a search discards some of them. */
    public static CellLayout of(SearchSpace space) {
        return of(space, Mask.full(space));
    }

    /** The layout of the kept candidates only; labeled if few lie on each edge. */
    public static CellLayout of(SearchSpace space, Mask mask) {
        return new CellLayouter(space, mask.keptCandidates()).layout();
    }

    /** The strand of a candidate; empty if it was not laid out. */
    public Optional<Strand> strand(Candidate candidate) {
        return strands.stream()
                .filter(strand -> strand.candidate().equals(candidate))
                .findFirst();
    }
}
