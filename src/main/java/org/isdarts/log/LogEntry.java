package org.isdarts.log;

/**
 * An entry of the log.
 *
 * @param time in UTC, as ISO 8601 writes it
 * @param level INFO, WARNING or SEVERE
 * @param text the message and, below it, the stack of an exception
 */
public record LogEntry(String time, String level, String text) {
    /** The entry in one line: its time to the second, its level, and what its text begins with. */
    public String headline() {
        return time.replaceFirst("T", " ").replaceFirst("[.].*", "") + "  " + level + "  "
                + text.lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return time + " " + level + " " + text;
    }
}
