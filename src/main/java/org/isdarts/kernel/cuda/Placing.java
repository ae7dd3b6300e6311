package org.isdarts.kernel.cuda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives the images of a pass that {@link Versions} has numbered a place again: one that the pass had already where one is
 * free, else a new one.
 */
final class Placing {
    private final Cuda cuda;
    private final Map<Long, Long> origins;
    private final Map<Long, Deque<Long>> free = new HashMap<>();
    private final Map<Long, Long> places = new HashMap<>();
    private final Map<Long, Long> added = new HashMap<>();

    /** @param origins the place that images with a number had */
    Placing(Cuda cuda, Map<Long, Long> origins) {
        this.cuda = cuda;
        this.origins = origins;
    }

    /** The calls with places for numbers. */
    List<Call> placed(List<Call> calls) {
        Map<Long, Integer> lastUses = new HashMap<>();
        for (int i = 0; i < calls.size(); i++) {
            for (long place : touched(calls.get(i))) {
                lastUses.put(place, i);
            }
        }
        Set<Long> own = new HashSet<>(origins.values());
        own.removeAll(lastUses.keySet());
        own.forEach(this::putBack);
        List<Call> placed = new ArrayList<>();
        for (Call call : calls) {
            numbers(call.written()).forEach(number -> places.computeIfAbsent(number, this::take));
            int here = placed.size();
            placed.add(call.at(new Placed()));
            numbers(touched(call))
                    .filter(number -> lastUses.get(number) == here)
                    .forEach(number -> putBack(places.get(number)));
        }
        return placed;
    }

    private final class Placed implements Placement {
        @Override
        public long read(long place) {
            return places.getOrDefault(place, place);
        }

        @Override
        public long written(long place) {
            return read(place);
        }
    }

    private static Set<Long> touched(Call call) {
        Set<Long> touched = new HashSet<>(call.read());
        touched.addAll(call.written());
        return touched;
    }

    private static Stream<Long> numbers(Collection<Long> places) {
        return places.stream().filter(place -> place < 0);
    }

    private long bytes(long place) {
        Long bytes = added.get(place);
        return bytes == null ? cuda.bytesOfImages(place) : bytes;
    }

    private Deque<Long> unused(long bytes) {
        return free.computeIfAbsent(bytes, missing -> new ArrayDeque<>());
    }

    private long take(long number) {
        long bytes = cuda.bytesOfImages(origins.get(number));
        Deque<Long> unused = unused(bytes);
        if (!unused.isEmpty()) {
            return unused.pop();
        }
        long place = cuda.pool().take(bytes);
        added.put(place, bytes);
        return place;
    }

    private void putBack(long place) {
        unused(bytes(place)).push(place);
    }

    /** The pass is not computed any more. */
    void close() {
        added.forEach(cuda.pool()::putBack);
        added.clear();
    }
}
