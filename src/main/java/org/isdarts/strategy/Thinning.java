package org.isdarts.strategy;

/** Which steps of training are told of, so that logs stay small; the same ones where a search is repeated or resumed. */
public final class Thinning {
    private static final int EVERY = 20;

    private Thinning() {}

    /** Whether the step under way is told of. */
    public static boolean keeps(Training training) {
        return training.step() % EVERY == 0;
    }
}
