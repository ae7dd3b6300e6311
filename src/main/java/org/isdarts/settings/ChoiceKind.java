package org.isdarts.settings;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One of a few values with names. */
final class ChoiceKind<T> extends Kind<T> {
    private final List<T> values;
    private final Function<T, String> name;

    ChoiceKind(List<T> values, Function<T, String> name) {
        this.values = List.copyOf(values);
        this.name = name;
    }

    @Override
    T parse(String text) {
        return values.stream()
                .filter(value -> format(value).equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    private UnfitException unknown(String text) {
        String known = values.stream().map(name).collect(Collectors.joining(", "));
        return new UnfitException("'" + text + "' is not known", "give one of " + known);
    }

    @Override
    String format(T value) {
        return name.apply(value);
    }

    @Override
    void check(T value) {
        if (!values.contains(value)) {
            throw unknown(format(value));
        }
    }

    @Override
    List<T> choices() {
        return values;
    }

    @Override
    String placeholder() {
        return values.stream().map(name).collect(Collectors.joining("|"));
    }
}
