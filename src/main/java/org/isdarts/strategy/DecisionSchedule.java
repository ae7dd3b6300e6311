package org.isdarts.strategy;

/**
 * When edges are decided.
 *
 * @param first the epoch, from 1, after which the first edge of every cell type is decided
 * @param interval epochs from one decision to the next
 */
public record DecisionSchedule(int first, int interval) {
    /** How many decisions lie before the end of that epoch, from 1. */
    public int decidedBefore(int epoch) {
        return epoch <= first ? 0 : (epoch - first + interval - 1) / interval;
    }

    /** Whether an edge is decided after that epoch, from 1. */
    public boolean decidesAfter(int epoch) {
        return epoch >= first && (epoch - first) % interval == 0;
    }
}
