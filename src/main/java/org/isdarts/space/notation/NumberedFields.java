package org.isdarts.space.notation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.isdarts.space.CellType;

/** The entries of a dictionary in which a genotype is spread over many names with numbers in them. */
final class NumberedFields {
    private final Pattern pattern;
    private final Map<List<String>, Value> values = new LinkedHashMap<>();

    /**
     * The entries whose names follow a pattern. Numbers and words by other names say nothing about the network.
     *
     * @throws IllegalArgumentException if a list or dictionary has another name, or two entries have one name
     */
    NumberedFields(Value value, Pattern pattern) {
        this.pattern = pattern;
        for (Value.Field field : ((Value.Mapping) value).fields()) {
            Matcher name = pattern.matcher(field.name());
            if (name.matches()) {
                add(field, name);
            } else if (field.value() instanceof Value.Sequence || field.value() instanceof Value.Mapping) {
                throw new IllegalArgumentException("what its entry " + field.name()
                        + " means is not known here; leave it out if the network is the same without it");
            }
        }
    }

    /** Whether a value is a dictionary that has such an entry. */
    static boolean standIn(Value value, Pattern pattern) {
        return value instanceof Value.Mapping mapping
                && mapping.fields().stream()
                        .anyMatch(field -> pattern.matcher(field.name()).matches());
    }

    private void add(Value.Field field, Matcher name) {
        boolean nothing = field.value() instanceof Value.Name word && word.isNothing();
        List<String> groups = IntStream.rangeClosed(1, name.groupCount())
                .mapToObj(name::group)
                .toList();
        if (!nothing && values.put(groups, field.value()) != null) {
            throw new IllegalArgumentException("its entry " + field.name() + " is given twice");
        }
    }

    /** Takes the value away whose name has these parts in the groups of the pattern. */
    Optional<Value> take(Object... parts) {
        return Optional.ofNullable(
                values.remove(Arrays.stream(parts).map(Object::toString).toList()));
    }

    /** Takes a text away. */
    String text(Object... parts) {
        return take(parts)
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).text())
                .orElseThrow(() -> lacking("the name of an operation", parts));
    }

    /** Takes a node away; some tools put it into a list of its own. */
    int node(Object... parts) {
        return take(parts)
                .map(value ->
                        value instanceof Value.Sequence list && list.items().size() == 1
                                ? list.items().get(0)
                                : value)
                .flatMap(value -> value instanceof Value.Numeral number ? number.node() : Optional.empty())
                .orElseThrow(() -> lacking("the number of a node", parts));
    }

    IllegalArgumentException lacking(String what, Object... parts) {
        return new IllegalArgumentException("it lacks " + what + " in its entry " + name(parts));
    }

    /** A name as it would be written, so far as the pattern is plain text. */
    private String name(Object... parts) {
        String name = pattern.pattern().replace(".*?", "").replace("\\w+", "(");
        for (Object part : parts) {
            name = name.replaceFirst("\\([^)]*\\)", Matcher.quoteReplacement(part.toString()));
        }
        return name;
    }

    /**
     * Makes sure that everything was taken.
     *
     * @throws IllegalArgumentException if something is left
     */
    void requireNothingLeft() {
        values.keySet().stream().findFirst().ifPresent(left -> {
            throw new IllegalArgumentException("its entry " + name(left.toArray())
                    + " belongs to no edge of the cell that is chosen; leave it out if the network is the same"
                    + " without it");
        });
    }

    /** The word that all these tools have for a type of cell. */
    static String word(CellType type) {
        return type == CellType.NORMAL ? "normal" : "reduce";
    }
}
