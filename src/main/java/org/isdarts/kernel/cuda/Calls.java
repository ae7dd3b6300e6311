package org.isdarts.kernel.cuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The calls of a pass, as rules look at and change them. Each keeps its number. */
final class Calls {
    private final List<Call> calls;
    private final Set<Long> kept;
    private final Map<Long, NavigableSet<Integer>> readers = new HashMap<>();
    private final Map<Long, NavigableSet<Integer>> writers = new HashMap<>();

    /**
     * @param calls in their order; copied
     * @param kept where the images lie that are read after the pass
     */
    Calls(List<Call> calls, Set<Long> kept) {
        this.calls = new ArrayList<>(calls);
        this.kept = kept;
        for (int i = 0; i < calls.size(); i++) {
            enter(i);
        }
    }

    private void enter(int number) {
        get(number).read().forEach(place -> numbers(readers, place).add(number));
        get(number).written().forEach(place -> numbers(writers, place).add(number));
    }

    private static NavigableSet<Integer> numbers(Map<Long, NavigableSet<Integer>> calls, long place) {
        return calls.computeIfAbsent(place, missing -> new TreeSet<>());
    }

    /** The calls as they are now. */
    List<Call> list() {
        return calls.stream().filter(Objects::nonNull).toList();
    }

    /** One more than the last number. */
    int size() {
        return calls.size();
    }

    /** The call with a number; null if it was removed. */
    Call get(int number) {
        return calls.get(number);
    }

    /** Puts another call in a call's place. */
    void replace(int number, Call other) {
        remove(number);
        calls.set(number, other);
        enter(number);
    }

    void remove(int number) {
        get(number).read().forEach(place -> numbers(readers, place).remove(number));
        get(number).written().forEach(place -> numbers(writers, place).remove(number));
        calls.set(number, null);
    }

    /** The calls that read what a call has left in a place, until another overwrites it. */
    List<Integer> readers(int writer, long place) {
        Integer next = numbers(writers, place).higher(writer);
        int end = next == null ? calls.size() : next;
        return List.copyOf(numbers(readers, place).subSet(writer, false, end, true));
    }

    /** Whether what a call has left in a place is read after the pass. */
    boolean isKept(int writer, long place) {
        return kept.contains(place) && numbers(writers, place).higher(writer) == null;
    }

    /** The call that has left in a place what a later call finds there; -1 if none. */
    int writer(int reader, long place) {
        Integer writer = numbers(writers, place).lower(reader);
        return writer == null ? -1 : writer;
    }

    /** Whether places hold at a later call what an earlier one found there. */
    boolean isUnchanged(List<Long> places, int earlier, int later) {
        return places.stream()
                .allMatch(place -> between(writers, place, earlier, later).isEmpty());
    }

    /** Whether something that is done at a later call can be done right after an earlier one. */
    boolean canMove(Access what, int earlier, int later) {
        return isUnchanged(what.read(), earlier, later)
                && isUnchanged(what.written(), earlier, later)
                && what.written().stream().allMatch(place -> between(readers, place, earlier, later)
                        .isEmpty());
    }

    private static NavigableSet<Integer> between(
            Map<Long, NavigableSet<Integer>> calls, long place, int earlier, int later) {
        return numbers(calls, place).subSet(earlier, false, later, false);
    }
}
