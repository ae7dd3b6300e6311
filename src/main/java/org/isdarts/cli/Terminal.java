package org.isdarts.cli;

/** Where output goes, and how the program was called there; the launcher tells, for Java itself cannot know. */
final class Terminal {
    private static final String COLUMNS = "isdarts.columns";
    private static final String COMMAND = "isdarts.command";
    private static final String VARIANT = "isdarts.variant";
    private static final String HARMLESS = "[\\w./:=+,@%-]+";

    private Terminal() {}

    /** Characters of a line of the terminal that standard output goes to; 0 if it goes elsewhere. */
    static int columns() {
        return Integer.getInteger(COLUMNS, 0);
    }

    /** A call of this program as one would type it. */
    static String call(String... arguments) {
        StringBuilder call = new StringBuilder(quoted(System.getProperty(COMMAND, "isdarts")));
        String variant = System.getProperty(VARIANT, "");
        if (!variant.isEmpty()) {
            call.append(' ').append(variant);
        }
        for (String argument : arguments) {
            call.append(' ').append(quoted(argument));
        }
        return call.toString();
    }

    private static String quoted(String word) {
        return word.matches(HARMLESS) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
