package org.isdarts.strategy.pt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isdarts.space.SearchSpace;

/**
 * What is decided one after the other in every cell, in an order drawn at random: first which operation each edge keeps,
 * then, where nodes have more edges than they may keep, which edge a node loses.
 *
 * @param edges in the order in which they are decided
 * @param nodes in the order in which they lose edges; a node is there as often as it loses one
 */
record Decisions(List<Integer> edges, List<Integer> nodes) {
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

    int count() {
        return edges.size() + nodes.size();
    }
}
