package org.isdarts.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isdarts.network.Graph.Summand;
import org.isdarts.network.Graph.Value;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * Draws the supernet of DARTS- (Chu et al., ICLR 2021; Meituan-AutoML/DARTS-): an edge adds {@code sum of coefficient x
 * operation(x) + beta x} to its node. Where the edge halves the size, a factorized reduction of its own, named
 * {@code auxiliary}, takes the place of x.
 */
final class AuxiliarySkipBuilder extends MixtureBuilder {
    private static final Slot BETA = new Slot.OfAuxiliarySkip();

    private AuxiliarySkipBuilder(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        super(space, size, masks);
    }

    /** The graph of the operations that the masks keep; parameters are named as in the whole supernet. */
    public static Graph of(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        return new AuxiliarySkipBuilder(space, size, masks).draw();
    }

    @Override
    List<Summand> edge(EdgePlace place, Value input) {
        List<Summand> summands = new ArrayList<>(super.edge(place, input));
        if (!summands.isEmpty()) {
            Value skipped = place.stride() == 1
                    ? input
                    : factorizedReduction(input, input.channels(), place.name() + ".auxiliary");
            summands.add(weighted(skipped, input, null, BETA));
        }
        return summands;
    }
}
