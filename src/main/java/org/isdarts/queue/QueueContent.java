package org.isdarts.queue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a queue holds at a moment.
 *
 * @param schema version of the file
 * @param paused whether no further search is to begin
 * @param entries in the order in which they run, those that are over included
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record QueueContent(int schema, boolean paused, List<QueueEntry> entries) {
    /** Since 2, an entry may be a sweep; since 3, the training of a genotype. */
    static final int SCHEMA = 3;

    /** What a queue holds to which nothing was added. */
    public static final QueueContent EMPTY = new QueueContent(SCHEMA, false, List.of());

    public QueueContent {
        entries = List.copyOf(entries);
    }

    /** The entry of that id, if it is still there. */
    public Optional<QueueEntry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The entries in a state, in their order. */
    public List<QueueEntry> in(EntryState state) {
        return entries.stream().filter(entry -> entry.state() == state).toList();
    }

    /** How much waits, in words such as "2 searches and 1 sweep are waiting" and "no search is waiting". */
    public String waiting() {
        List<QueueEntry> waiting = in(EntryState.WAITING);
        return (waiting.isEmpty() ? "no search" : counted(waiting)) + (waiting.size() > 1 ? " are" : " is")
                + " waiting";
    }

    /** How many of what these are, such as "2 searches and 1 sweep"; "0 searches" if none. */
    public static String counted(List<QueueEntry> entries) {
        Map<String, Long> counts = entries.stream()
                .collect(Collectors.groupingBy(QueueEntry::noun, LinkedHashMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "0 searches"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + plural(count.getKey(), count.getValue()))
                        .collect(Collectors.joining(" and "));
    }

    private static String plural(String noun, long count) {
        String ending = noun.endsWith("ch") ? "es" : "s";
        return count == 1 ? noun : noun + ending;
    }

    QueueContent paused(boolean other) {
        return new QueueContent(schema, other, entries);
    }

    QueueContent with(List<QueueEntry> more) {
        return new QueueContent(
                schema, paused, Stream.concat(entries.stream(), more.stream()).toList());
    }

    QueueContent changed(String id, UnaryOperator<QueueEntry> change) {
        return new QueueContent(
                schema,
                paused,
                entries.stream()
                        .map(entry -> entry.id().equals(id) ? change.apply(entry) : entry)
                        .toList());
    }

    QueueContent without(Collection<String> ids) {
        return new QueueContent(
                schema,
                paused,
                entries.stream().filter(entry -> !ids.contains(entry.id())).toList());
    }

    /** With entries where they stood in an earlier content: behind those of which they stood behind. */
    QueueContent withAgain(SearchQueue.Removed removed) {
        List<QueueEntry> all = new ArrayList<>(entries);
        for (QueueEntry entry : removed.entries()) {
            if (entry(entry.id()).isEmpty()) {
                all.add(placeOf(entry, removed.before().entries, all), entry);
            }
        }
        return new QueueContent(schema, paused, all);
    }

    private static int placeOf(QueueEntry entry, List<QueueEntry> earlier, List<QueueEntry> now) {
        List<String> ids = now.stream().map(QueueEntry::id).toList();
        return earlier.subList(0, earlier.indexOf(entry)).stream()
                .mapToInt(before -> ids.indexOf(before.id()) + 1)
                .max()
                .orElse(0);
    }

    /**
     * With waiting entries moved before another, in their order.
     *
     * @param target id of the entry that is to follow them; empty to move them to the end
     */
    QueueContent moved(Collection<String> ids, String target) {
        List<QueueEntry> moving = entries.stream()
                .filter(entry -> entry.state() == EntryState.WAITING && ids.contains(entry.id()))
                .toList();
        List<QueueEntry> rest = new ArrayList<>(entries);
        rest.removeAll(moving);
        int place = IntStream.range(0, rest.size())
                .filter(index -> rest.get(index).id().equals(target))
                .findFirst()
                .orElse(rest.size());
        rest.addAll(place, moving);
        return new QueueContent(schema, paused, rest);
    }
}
