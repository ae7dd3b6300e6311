package org.isdarts.strategy.pdarts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.isdarts.space.Candidate;
import org.isdarts.space.Mask;

/** What goes at the end of a stage that is not the last. */
public final class StageEnd {
    private StageEnd() {}

    /**
     * The least probable candidates of every edge, none possibly among them; of equal ones the first goes first.
     *
     * @param mask what every edge keeps now
     * @param shares probabilities {@code [edge][operation]}, the softmax over what is kept
     * @param count how many every edge loses, fewer than it has
     */
    public static List<Candidate> discarded(Mask mask, double[][] shares, int count) {
        List<Candidate> discarded = new ArrayList<>();
        for (int e = 0; e < mask.edges(); e++) {
            int edge = e;
            IntStream.range(0, mask.operations())
                    .mapToObj(operation -> new Candidate(edge, operation))
                    .filter(mask::keeps)
                    .sorted(Comparator.comparingDouble(candidate -> shares[edge][candidate.operation()]))
                    .limit(count)
                    .forEach(discarded::add);
        }
        return discarded;
    }
}
