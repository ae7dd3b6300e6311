package org.isdarts.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.network.Graph.Summand;
import org.isdarts.network.Graph.Value;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * Draws the supernet of PC-DARTS (Xu et al., ICLR 2020; yuhuixu1993/PC-DARTS): an edge sends the first C/K channels of its
 * input through its operations and the others past them, halved by maximum pooling where the edge halves the size; then
 * channel {@code i K + g} of the node is channel {@code g C/K + i} of both together. Shuffling is linear, so a node sums what
 * its edges computed and what passed them, each times its coefficient, and shuffles the sums.
 */
final class PartialChannelsBuilder extends MixtureBuilder {
    private final int divisor;

    private PartialChannelsBuilder(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks, int divisor) {
        super(space, size, masks);
        this.divisor = divisor;
    }

    /** Draws nets whose operations get one K-th of the channels. */
    static Drawing drawing(int divisor) {
        return (space, size, masks) -> new PartialChannelsBuilder(space, size, masks, divisor).draw();
    }

    @Override
    Value node(Map<EdgePlace, Value> edges) {
        List<Summand> computed = new ArrayList<>();
        List<Summand> passed = new ArrayList<>();
        edges.forEach((place, input) -> {
            computed.addAll(edge(place, moved(input, first(input.channels() / divisor))));
            Value halved = place.stride() == 1 ? input : pool(input, PoolingShape.Kind.MAXIMUM, 2, 2, 0);
            passed.add(new Summand(halved, null, new Slot.OfEdge(place.cellType(), place.edge())));
        });
        Value like = passed.get(0).value();
        int channels = like.channels();
        Value through = sum(computed, channels / divisor, like.height(), like.width());
        Value past = sum(passed, channels, like.height(), like.width());
        return sum(
                List.of(
                        new Summand(moved(through, shuffled(channels, true))),
                        new Summand(moved(past, shuffled(channels, false)))),
                channels,
                like.height(),
                like.width());
    }

    private static List<Integer> first(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** For every channel of the node the channel of what was computed, or of what passed; -1 where it is of the other. */
    private List<Integer> shuffled(int channels, boolean computed) {
        return IntStream.range(0, channels)
                .map(channel -> (channel % divisor == 0) == computed
                        ? channel % divisor * (channels / divisor) + channel / divisor
                        : -1)
                .boxed()
                .toList();
    }
}
