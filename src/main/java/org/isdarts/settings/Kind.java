package org.isdarts.settings;

import java.util.List;
import java.util.function.Function;

/**
 * Which values a setting may have, and how they are written.
 *
 * @param <T> the type of the values
 */
public abstract sealed class Kind<T> permits NumberKind, CountKind, ChoiceKind, TextKind {
    /** Whole numbers in a range, both ends included. */
    public static Kind<Integer> wholeNumber(int least, int most) {
        return new NumberKind<>(Integer::valueOf, "a whole number", least, most);
    }

    /** How many are taken of what there is: a number from 1, or {@code all}, whose value is 0; the text 0 is read as all. */
    public static Kind<Integer> countOrAll() {
        return new CountKind();
    }

    /** Whole numbers of 64 bits. */
    public static Kind<Long> longNumber() {
        return new NumberKind<>(Long::valueOf, "a whole number", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Numbers with a fraction, in a range, both ends included. */
    public static Kind<Double> number(double least, double most) {
        return new NumberKind<>(Double::valueOf, "a number", least, most);
    }

    /** One of a few values, each known by a name. */
    public static <T> Kind<T> choice(List<T> values, Function<T, String> name) {
        return new ChoiceKind<>(values, name);
    }

    /** Written {@code on} and {@code off}. */
    public static Kind<Boolean> onOff() {
        return choice(List.of(true, false), on -> on ? "on" : "off");
    }

    /**
     * Any text.
     *
     * @param placeholder what stands for it where a command is described
     */
    public static Kind<String> text(String placeholder) {
        return new TextKind(placeholder);
    }

    /** The value a text stands for; it is not checked yet. */
    abstract T parse(String text);

    /** The text that stands for a value. */
    abstract String format(T value);

    /** Throws an {@link UnfitException} if the value is none of this kind. */
    abstract void check(T value);

    abstract List<T> choices();

    abstract String placeholder();
}
