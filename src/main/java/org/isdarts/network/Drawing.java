package org.isdarts.network;

import java.util.Map;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/** How the supernet of a strategy is drawn whose passes are given a {@link Mixture}: what its edges are made of. */
@FunctionalInterface
public interface Drawing {
    /** An edge is the sum of its operations, each times its coefficient. */
    Drawing PLAIN = MixtureBuilder::of;

    /**
     * An edge is that and a skip connection of its own (DARTS-), a factorized reduction with weights of its own where it
     * halves the size.
     */
    Drawing WITH_AUXILIARY_SKIPS = AuxiliarySkipBuilder::of;

    /** As plain, but single values of identities are dropped while the net is trained (P-DARTS). */
    Drawing WITH_DROPPED_SKIPS = DroppedSkipBuilder::of;

    /**
     * One K-th of the channels goes through the operations of an edge, the rest past them times the coefficient of the edge,
     * and the node shuffles both (PC-DARTS).
     *
     * @param divisor K, a divisor of all channels
     */
    static Drawing ofPartialChannels(int divisor) {
        return PartialChannelsBuilder.drawing(divisor);
    }

    /**
     * The graph of the operations that the masks keep; its parameters are named alike for all masks.
     *
     * @param masks for every cell type of the space
     */
    Graph of(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks);
}
