package org.isdarts.strategy.pt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.DecisionSchedule;

/**
 * What is decided one after the other in every cell, in an order drawn at random: first which operation each edge keeps,
 * then, where nodes have more edges than they may keep, which edge a node loses.
 *
 * @param edges in the order in which they are decided
 * @param nodes in the order in which they lose edges; a node is there as often as it loses one
 */
record Decisions(List<Integer> edges, List<Integer> nodes) {
    /** Epochs from one decision to the next (ruocwang/darts-pt). */
    private static final int BETWEEN = 5;

    /** Epochs that the authors train before the first decision in the DARTS space; twice as many in NAS-Bench-201. */
    private static final int BEFORE = 50;

    /** Draws the order. */
    static Decisions draw(SearchSpace space, Random random) {
        List<Integer> edges =
                IntStream.range(0, space.edges().size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(edges, random);
        List<Integer> order =
                IntStream.range(space.inputs(), space.nodes()).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, random);
        List<Integer> nodes = new ArrayList<>();
        for (int node : order) {
            long tooMany = space.edgesInto(node).size() - PerturbationRule.keptBy(space, node);
            nodes.addAll(Collections.nCopies((int) tooMany, node));
        }
        return new Decisions(List.copyOf(edges), List.copyOf(nodes));
    }

    /**
     * When one after the other is decided, the last after the last epoch: as the authors do where the search is long enough
     * for it, else at most half of the epochs go by between the first and the last.
     */
    DecisionSchedule schedule(int epochs) {
        boolean isLong = epochs >= BEFORE + BETWEEN * (count() - 1);
        int interval = isLong ? BETWEEN : Math.max(1, Math.min(BETWEEN, epochs / (2 * count())));
        return new DecisionSchedule(Math.max(1, epochs - interval * (count() - 1)), interval);
    }

    int count() {
        return edges.size() + nodes.size();
    }
}
