package org.isdarts.network;

import java.util.Map;
import org.isdarts.network.Graph.Value;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * Draws the supernet of P-DARTS (Chen et al., ICCV 2019; chenxin061/pdarts): behind the identity of a skip connection single
 * values are dropped while the net is trained. Skip connections that halve the size are no identities and drop none.
 */
final class DroppedSkipBuilder extends MixtureBuilder {
    private DroppedSkipBuilder(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        super(space, size, masks);
    }

    /** The graph of the operations that the masks keep; parameters are named as in the whole supernet. */
    public static Graph of(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        return new DroppedSkipBuilder(space, size, masks).draw();
    }

    @Override
    Value entering(Value input, Value output) {
        return output.equals(input) ? dropValues(output) : output;
    }
}
