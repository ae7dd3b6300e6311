package org.isdarts.chart;

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

    /** Whether there are so many that their names would not fit on a page; a legend of colours then names them. */
    boolean areDense() {
        return count() > 50;
    }
}
