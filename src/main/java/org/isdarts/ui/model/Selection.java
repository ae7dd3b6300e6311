package org.isdarts.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.space.Candidate;
import org.isdarts.space.SearchSpace;

/**
 * What the user looks into.
 *
 * @param candidates the operations, at least one, in the order in which they were selected
 */
public record Selection(List<Candidate> candidates) {
    public Selection {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a selection holds something");
        }
    }

    /** One operation. */
    public static Selection of(Candidate candidate) {
        return new Selection(List.of(candidate));
    }

    /** All operations of an edge. */
    public static Selection ofEdge(SearchSpace space, int edge) {
        return new Selection(IntStream.range(0, space.operations().size())
                .mapToObj(operation -> new Candidate(edge, operation))
                .toList());
    }

    /** This and one operation more; without it if it was in. Empty if nothing is left. */
    public Optional<Selection> toggled(Candidate candidate) {
        Stream<Candidate> others = candidates.stream().filter(other -> !other.equals(candidate));
        List<Candidate> now = (holds(candidate) ? others : Stream.concat(others, Stream.of(candidate))).toList();
        return now.isEmpty() ? Optional.empty() : Optional.of(new Selection(now));
    }

    /** Whether the candidate is selected. */
    public boolean holds(Candidate candidate) {
        return candidates.contains(candidate);
    }

    /** The operation, if only one is selected. */
    public Optional<Candidate> single() {
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** The edges on which something is selected, by index. */
    public List<Integer> edges() {
        return candidates.stream().map(Candidate::edge).distinct().toList();
    }
}
