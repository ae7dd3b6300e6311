package org.isdarts.queue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.ViolationException;

/** Lists of seeds as a person writes them: {@code 0-4} or {@code 0..4}, {@code 0, 3, 7}, or both together. */
public final class Seeds {
    /** The most seeds that one text may stand for. */
    public static final int MOST = 1000;

    private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\s*(?:-|–|\\.\\.)\\s*(-?\\d+)");

    private Seeds() {}

    /**
     * The seeds that a text stands for, each once, in its order.
     *
     * @throws ViolationException if it stands for none, or for more than {@value #MOST}
     */
    public static List<Long> parse(String text) {
        String[] parts = text.strip().split("[\\s]*,[\\s]*", -1);
        List<Long> seeds = Stream.of(parts)
                .flatMapToLong(Seeds::range)
                .distinct()
                .limit(MOST + 1)
                .boxed()
                .toList();
        if (seeds.size() > MOST) {
            throw RunSettings.SEED.violation(text.strip() + " are too many", "give at most " + MOST + " seeds");
        }
        return seeds;
    }

    private static LongStream range(String part) {
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
            return LongStream.of(seed(part));
        }
        long first = seed(range.group(1));
        long last = seed(range.group(2));
        if (last < first) {
            throw RunSettings.SEED.violation(part + " begins after its end", "give the smaller seed first");
        }
        return LongStream.rangeClosed(first, last);
    }

    private static long seed(String text) {
        try {
            return RunSettings.SEED.parse(text);
        } catch (ViolationException noNumber) {
            throw RunSettings.SEED.violation(
                    "'" + text + "' is not a seed", "give whole numbers such as 0-4 or 0, 3, 7");
        }
    }
}
