package org.isdarts.strategy.sgas;

/**
 * When edges are decided.
 *
 * @param first the epoch, from 1, after which the first edge of every cell type is decided
 * @param interval epochs from one decision to the next
 */
public record DecisionSchedule(int first, int interval) {
    /** Whether an edge is decided after that epoch, from 1. */
    public boolean decidesAfter(int epoch) {
        return epoch >= first && (epoch - first) % interval == 0;
    }
}
