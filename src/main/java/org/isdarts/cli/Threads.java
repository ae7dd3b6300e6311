package org.isdarts.cli;

import org.isdarts.search.SearchConfig;

/** How many threads compute. */
final class Threads {
    private Threads() {}

    /** The number given, or as many as there are processors. */
    static int of(Integer given) {
        if (given != null && given < 1) {
            throw new UserMistake("--threads " + given + " is too small; give at least 1");
        }
        if (given != null && given > SearchConfig.MOST_THREADS) {
            throw new UserMistake("--threads " + given + " is too large; give at most " + SearchConfig.MOST_THREADS);
        }
        return given == null ? Runtime.getRuntime().availableProcessors() : given;
    }
}
