package org.isdarts.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Numbers in a range. */
final class NumberKind<N extends Number & Comparable<N>> extends Kind<N> {
    private final Function<String, N> reading;
    private final String noun;
    private final N least;
    private final N most;

    NumberKind(Function<String, N> reading, String noun, N least, N most) {
        this.reading = reading;
        this.noun = noun;
        this.least = least;
        this.most = most;
    }

    @Override
    N parse(String text) {
        try {
            return reading.apply(text);
        } catch (NumberFormatException noNumber) {
            throw new UnfitException("'" + text + "' is not " + noun, "give one" + range());
        }
    }

    private String range() {
        boolean open = most.longValue() == Long.MAX_VALUE;
        return open ? " such as 0" : " from " + format(least) + " to " + format(most);
    }

    /** Without an exponent: {@code 0.0003}. */
    @Override
    String format(N value) {
        return value instanceof Double number && Double.isFinite(number)
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** A value that is not a number compares as too large. */
    @Override
    void check(N value) {
        if (value.compareTo(least) < 0) {
            throw new UnfitException(format(value) + " is too small", "give at least " + format(least));
        }
        if (value.compareTo(most) > 0) {
            throw new UnfitException(format(value) + " is too large", "give at most " + format(most));
        }
    }

    @Override
    List<N> choices() {
        return List.of();
    }

    @Override
    String placeholder() {
        return "N";
    }
}
