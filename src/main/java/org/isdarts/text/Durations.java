package org.isdarts.text;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people say them. */
public final class Durations {
    /** Up to here a smaller unit is easier to grasp: 80 s, 85 min. */
    private static final int MOST = 90;

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(d|h|min|m|s)\\s*");
    private static final Map<String, Integer> SECONDS = Map.of("d", 86_400, "h", 3_600, "min", 60, "m", 60, "s", 1);

    private Durations() {}

    /**
     * The time in seconds that a text such as {@code 2h}, {@code 90 min} or {@code 1h 30m} tells; empty if it tells none.
     */
    public static OptionalDouble parse(String text) {
        Matcher part = PART.matcher(text.strip());
        double seconds = 0;
        while (part.lookingAt()) {
            seconds += Double.parseDouble(part.group(1)) * SECONDS.get(part.group(2));
            part.region(part.end(), text.strip().length());
        }
        return part.regionStart() == text.strip().length() && seconds > 0
                ? OptionalDouble.of(seconds)
                : OptionalDouble.empty();
    }

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
