package org.isdarts.strategy;

/**
 * A part of a search in which one supernet is trained. A stage begins with fresh weights and the first learning rate, and
 * ends with the last.
 *
 * @param number from 1
 * @param first its first epoch, from 1
 * @param epochs how many it has
 * @param moreCells by how many the normal cells N of the supernet exceed those that were asked for
 */
public record Stage(int number, int first, int epochs, int moreCells) {
    /** The only stage of a search. */
    public static Stage whole(int epochs) {
        return new Stage(1, 1, epochs, 0);
    }

    /** Which of its epochs an epoch of the search is, from 1. */
    public int epoch(int ofSearch) {
        return ofSearch - first + 1;
    }

    /** Whether an epoch of the search is its last. */
    public boolean endsAfter(int ofSearch) {
        return epoch(ofSearch) == epochs;
    }
}
