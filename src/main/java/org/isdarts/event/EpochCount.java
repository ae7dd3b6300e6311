package org.isdarts.event;

/**
 * How far a search is: the epochs that are over. Every place that tells where a run stands counts so, whatever the search
 * does meanwhile.
 *
 * @param done finished epochs, 0 before the first
 * @param planned epochs of the whole search
 */
public record EpochCount(int done, int planned) {
    /** For sentences and lists: {@code after epoch 7 of 30}, or {@code before the first epoch}. */
    public String words() {
        return done == 0 ? "before the first epoch" : "after epoch " + done + " of " + planned;
    }

    /** For tables: {@code 7 of 30}. */
    @Override
    public String toString() {
        return done + " of " + planned;
    }
}
