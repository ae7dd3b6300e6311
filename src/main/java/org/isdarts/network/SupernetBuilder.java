package org.isdarts.network;

import java.util.Map;
import org.isdarts.network.Graph.Value;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * Draws the supernet of a search space for a mask: its nodes are {@code mask x operation(input) / |candidates|}, its cells'
 * norms have no affine parameters.
 */
public class SupernetBuilder extends NetworkBuilder {
    private final SearchSpace space;

    SupernetBuilder(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        super(space, size, masks);
        this.space = space;
    }

    /** The graph of the whole net. */
    public static Graph of(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        return new SupernetBuilder(space, size, masks).draw();
    }

    @Override
    Value normalizeInCell(Value input, String name) {
        return normalize(input);
    }

    @Override
    double nodeFactor() {
        return 1.0 / space.operations().size();
    }

    @Override
    Value features(Value last) {
        return rectify(normalizeAffine(last, "last.norm"));
    }
}
