package org.isdarts.ui.model;

import java.util.Optional;
import org.isdarts.space.Candidate;

/**
 * What the user looks into: an edge, and perhaps one of its operations.
 *
 * @param edge index of the edge
 * @param candidate the operation on it; null for all of the edge
 */
public record Selection(int edge, Candidate candidate) {
    /** A candidate, and with it its edge. */
    public static Selection of(Candidate candidate) {
        return new Selection(candidate.edge(), candidate);
    }

    /** All of an edge. */
    public static Selection ofEdge(int edge) {
        return new Selection(edge, null);
    }

    /** Whether the candidate is what is selected, or lies on the selected edge. */
    public boolean holds(Candidate other) {
        return candidate == null ? other.edge() == edge : candidate.equals(other);
    }

    /** The operation, if one is selected. */
    public Optional<Candidate> operation() {
        return Optional.ofNullable(candidate);
    }
}
