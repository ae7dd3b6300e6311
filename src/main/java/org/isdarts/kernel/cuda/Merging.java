package org.isdarts.kernel.cuda;

import java.util.List;
import java.util.Set;

/** The calls of a pass, merged before they are asked for, and the memory they need besides. */
final class Merging implements AutoCloseable {
    /** Each finds what the ones before it leave: what vanishes first no longer keeps calls from moving. */
    private static final List<Rule> RULES = List.of(
            new NormalizeInSum(), new RectifyInSum(), new StatisticsInConvolution(), new NormGradientInConvolution());

    private final List<Call> calls;
    private final Placing placing;

    /**
     * Merges calls.
     *
     * @param kept where the images lie that are read after the pass
     */
    Merging(Cuda cuda, List<Call> calls, Set<Long> kept) {
        Versions versions = new Versions(cuda.images(), kept);
        Calls left = new Calls(versions.numbered(calls), kept);
        RULES.forEach(rule -> rule.apply(left));
        this.placing = new Placing(cuda, versions.origins());
        this.calls = placing.placed(GroupsInOne.of(left.list()));
    }

    /** Calls that do the same, but for images that are not kept. */
    List<Call> calls() {
        return calls;
    }

    /** Gives the memory back. */
    @Override
    public void close() {
        placing.close();
    }
}
