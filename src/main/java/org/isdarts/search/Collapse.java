package org.isdarts.search;

import java.util.stream.IntStream;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * The way searches with DARTS are known to fail: operations without parameters, skip connections above all, crowd out
 * the others.
 */
final class Collapse {
    private Collapse() {}

    /** How many edges keep something, but nothing that has parameters. */
    static int parameterFreeEdges(SearchSpace space, Mask mask) {
        return (int) IntStream.range(0, mask.edges())
                .filter(edge -> {
                    int[] kept = IntStream.range(0, mask.operations())
                            .filter(operation -> mask.keeps(edge, operation))
                            .toArray();
                    return kept.length > 0
                            && IntStream.of(kept)
                                    .allMatch(operation ->
                                            space.operations().get(operation).isParameterFree());
                })
                .count();
    }
}
