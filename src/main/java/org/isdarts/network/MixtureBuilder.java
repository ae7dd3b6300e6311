package org.isdarts.network;

import java.util.Map;
import org.isdarts.network.Graph.Summand;
import org.isdarts.network.Graph.Value;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * Draws the supernet with coefficients that a pass is given from outside: its nodes are {@code sum of coefficient x
 * operation(input)}. Where an operation ends in a batch norm, the coefficient is the norm's gain; elsewhere it is a factor
 * of the node's sum.
 */
class MixtureBuilder extends SupernetBuilder {
    MixtureBuilder(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        super(space, size, masks);
    }

    /** The graph of the operations that the masks keep; parameters are named as in the whole supernet. */
    public static Graph of(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        return new MixtureBuilder(space, size, masks).draw();
    }

    @Override
    double nodeFactor() {
        return 1;
    }

    @Override
    final Summand summand(Value output, Value input, Tap tap) {
        return weighted(output, input, tap, new Slot.OfCandidate(tap.cellType(), tap.candidate()));
    }

    /** The output of layers on an input, times a coefficient. */
    final Summand weighted(Value output, Value input, Tap tap, Slot slot) {
        boolean isGained = !output.equals(input) && gain(output, slot);
        return new Summand(output, tap, isGained ? null : slot);
    }
}
