package org.isdarts.space.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value as Python and JSON write it, before anybody asks what it stands for. Prints itself as Python does. */
sealed interface Value {
    /** A text in quotes, or a word without them. */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return "'" + text + "'";
        }
    }

    /** A number by its digits. */
    record Numeral(String digits) implements Value {
        /** The number as a node; empty if it is fractional, negative or very large. */
        Optional<Integer> node() {
            return integer().filter(number -> !digits.startsWith("-"));
        }

        /** The number; empty if it is fractional or very large. */
        Optional<Integer> integer() {
            return digits.matches("-?\\d{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
        }

        boolean isFractional() {
            return !digits.matches("-?\\d+");
        }

        @Override
        public String toString() {
            return digits;
        }
    }

    /** A word that is no text: None, True, the name of a variable. */
    record Name(String name) implements Value {
        boolean isNothing() {
            return name.equals("None") || name.equals("null");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A list or a tuple. */
    record Sequence(List<Value> items) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }

        Sequence followedBy(Sequence other) {
            return new Sequence(
                    Stream.concat(items.stream(), other.items.stream()).toList());
        }

        @Override
        public String toString() {
            return items.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A value with its name: an entry of a dictionary, or an argument given by keyword. */
    record Field(String name, Value value) {}

    /** A dictionary, or what a call is given by keyword. */
    record Mapping(List<Field> fields) implements Value {
        public Mapping {
            fields = List.copyOf(fields);
        }

        Optional<Value> get(String name) {
            List<Value> given = new ArrayList<>();
            fields.stream().filter(field -> field.name().equals(name)).forEach(field -> given.add(field.value()));
            if (given.size() > 1) {
                throw new IllegalArgumentException(name + " is given " + given.size() + " times");
            }
            return given.stream().findFirst();
        }

        @Override
        public String toString() {
            return fields.stream()
                    .map(field -> "'" + field.name() + "': " + field.value())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** A call of a function or of a class by its name. */
    record Call(String function, List<Value> arguments, Mapping keywords) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return function + "(…)";
        }
    }
}
