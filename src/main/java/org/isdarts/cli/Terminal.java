package org.isdarts.cli;

/** Where output goes. */
final class Terminal {
    /** Set by the launcher, for Java itself cannot tell. */
    private static final String PROPERTY = "isdarts.terminal";

    private Terminal() {}

    /** Whether standard output is a terminal, on which a line can be kept up to date. */
    static boolean isOutput() {
        return Boolean.getBoolean(PROPERTY);
    }
}
