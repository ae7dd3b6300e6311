package org.isdarts.cli;

import java.util.Locale;

/** Times as people say them. */
final class Durations {
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;

    private Durations() {}

    /** Such as {@code 34 s}, {@code 12 min}, {@code 2.5 h}. */
    static String text(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        } else if (seconds < 2 * MINUTE) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        } else if (seconds < 2 * HOUR) {
            return String.format(Locale.ROOT, "%.0f min", seconds / MINUTE);
        }
        return String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
    }
}
