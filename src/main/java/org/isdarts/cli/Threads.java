package org.isdarts.cli;

/** How many threads compute. */
final class Threads {
    private Threads() {}

    /** The number given, or as many as there are processors. */
    static int of(Integer given) {
        if (given != null && given < 1) {
            throw new UserMistake("--threads " + given + " is too small; give at least 1");
        }
        return given == null ? Runtime.getRuntime().availableProcessors() : given;
    }
}
