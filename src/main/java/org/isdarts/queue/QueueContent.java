package org.isdarts.queue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
    static final int SCHEMA = 1;
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

    /** How many searches wait, in words such as "2 searches are waiting" and "no search is waiting". */
    public String waiting() {
        int count = in(EntryState.WAITING).size();
        return (count == 0 ? "no search is" : count == 1 ? "1 search is" : count + " searches are") + " waiting";
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
