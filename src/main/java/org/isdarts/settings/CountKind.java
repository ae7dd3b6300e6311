package org.isdarts.settings;

import java.util.List;

/** How many are taken of what there is: a number from 1, or all, which is 0 and may be written so. */
final class CountKind extends Kind<Integer> {
    private static final int EVERYTHING = 0;
    private static final String ALL = "all";

    @Override
    Integer parse(String text) {
        if (text.equals(ALL)) {
            return EVERYTHING;
        }
        int count = number(text);
        check(count);
        return count;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new UnfitException("'" + text + "' is not a whole number", "give one from 1, or " + ALL);
        }
    }

    @Override
    String format(Integer value) {
        return value == EVERYTHING ? ALL : value.toString();
    }

    @Override
    void check(Integer value) {
        if (value < 0) {
            throw new UnfitException(value + " is too small", "give at least 1, or " + ALL);
        }
    }

    @Override
    List<Integer> choices() {
        return List.of();
    }

    @Override
    String placeholder() {
        return "N|" + ALL;
    }
}
