package org.isdarts.figure.chart;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.space.Candidate;
import org.isdarts.space.SearchSpace;

/**
 * The rows of heatmaps and of the mask evolution: every (edge, operation), the operations of one edge together.
 *
 * @param space whose candidates
 */
public record CandidateRows(SearchSpace space) {
    /** How many rows there are. */
    public int count() {
        return space.edges().size() * space.operations().size();
    }

    /** The candidate of a row, from 0. */
    public Candidate candidate(int row) {
        int operations = space.operations().size();
        return new Candidate(row / operations, row % operations);
    }

    /** The row of a candidate. */
    public int row(Candidate candidate) {
        return candidate.edge() * space.operations().size() + candidate.operation();
    }

    /**
     * Edges that lead to the same node.
     *
     * @param node the node
     * @param from index of the first edge
     * @param to index after the last
     */
    record Group(int node, int from, int to) {}

    /** The edges by the node they lead to, as they lie from top to bottom. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        int from = 0;
        for (int edge = 1; edge <= space.edges().size(); edge++) {
            int node = space.edges().get(from).to();
            if (edge == space.edges().size() || space.edges().get(edge).to() != node) {
                groups.add(new Group(node, from, edge));
                from = edge;
            }
        }
        return groups;
    }

    /** Whether an edge is the first that leads to its node. */
    boolean beginsGroup(int edge) {
        return groups().stream().anyMatch(group -> group.from() == edge);
    }

    /** Whether there are so many that their names would not fit on a page; a legend of colors then names them. */
    boolean areDense() {
        return count() > 50;
    }
}
