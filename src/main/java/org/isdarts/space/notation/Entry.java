package org.isdarts.space.notation;

import java.util.List;
import java.util.Optional;

/**
 * An operation and the node it comes from, as a tuple or a list of two; a weight may stand behind them.
 *
 * @param operation its name
 * @param source the node
 */
record Entry(String operation, int source) {
    /** The entry that a value is meant to be; empty where it is a list of something else. */
    static Optional<Entry> of(Value value) {
        if (!isMeant(value)) {
            return Optional.empty();
        }
        List<Value> items = ((Value.Sequence) value).items();
        boolean weighted = items.size() == 3 && items.get(2) instanceof Value.Numeral weight && weight.isFractional();
        Optional<Integer> source = items.size() == 2 || weighted
                ? items.get(1) instanceof Value.Numeral number ? number.node() : Optional.empty()
                : Optional.empty();
        return Optional.of(new Entry(
                name(items.get(0)).orElseThrow(),
                source.orElseThrow(() -> new IllegalArgumentException(
                        "the entry " + value + " is not understood; give ('operation', node)"))));
    }

    /** Whether a value begins as an entry does: with a name. */
    static boolean isMeant(Value value) {
        return value instanceof Value.Sequence sequence
                && !sequence.items().isEmpty()
                && name(sequence.items().get(0)).isPresent();
    }

    /** Whether operations with their nodes stand somewhere in a value. */
    static boolean standsIn(Value value) {
        if (isMeant(value)) {
            List<Value> items = ((Value.Sequence) value).items();
            return items.size() > 1
                    && items.get(1) instanceof Value.Numeral
                    && OperationNames.isKnown(name(items.get(0)).orElseThrow());
        }
        return value instanceof Value.Sequence list && list.items().stream().anyMatch(Entry::standsIn);
    }

    private static Optional<String> name(Value value) {
        if (value instanceof Value.Text text) {
            return Optional.of(text.text());
        }
        return value instanceof Value.Name name ? Optional.of(name.name()) : Optional.empty();
    }
}
