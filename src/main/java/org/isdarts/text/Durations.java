package org.isdarts.text;

import java.util.Locale;

/** Times as people say them. */
public final class Durations {
    /** Up to here a smaller unit is easier to grasp: 80 s, 85 min. */
    private static final int MOST = 90;

    private Durations() {}

    /**
     * Of a time in seconds: {@code 3.2 s}, {@code 50 s}, {@code 34 min} or {@code 2 h 5 min}.
     */
    public static String of(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < MOST) {
            return whole + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < MOST ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
