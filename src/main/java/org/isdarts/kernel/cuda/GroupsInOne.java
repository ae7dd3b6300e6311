package org.isdarts.kernel.cuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The same work on places that have nothing to do with each other is asked for as one. Calls come in waves: the first waits
 * for no call, and each later one for calls of the waves before it alone.
 */
final class GroupsInOne {
    private GroupsInOne() {}

    /** Calls that do the same. */
    static List<Call> of(List<Call> calls) {
        Waves waves = new Waves();
        TreeMap<Integer, List<Call>> inWaves = new TreeMap<>();
        for (Call call : calls) {
            inWaves.computeIfAbsent(waves.of(call), missing -> new ArrayList<>())
                    .add(call);
        }
        return inWaves.values().stream().flatMap(wave -> joined(wave).stream()).toList();
    }

    /** In which wave calls come, which are told in their order. */
    private static final class Waves {
        private final Map<Long, Integer> reading = new HashMap<>();
        private final Map<Long, Integer> writing = new HashMap<>();

        int of(Call call) {
            int wave = 0;
            for (long place : call.read()) {
                wave = Math.max(wave, after(writing, place));
            }
            for (long place : call.written()) {
                wave = Math.max(wave, Math.max(after(writing, place), after(reading, place)));
            }
            for (long place : call.read()) {
                reading.merge(place, wave, Math::max);
            }
            for (long place : call.written()) {
                writing.merge(place, wave, Math::max);
            }
            return wave;
        }

        private static int after(Map<Long, Integer> waves, long place) {
            Integer wave = waves.get(place);
            return wave == null ? 0 : wave + 1;
        }
    }

    private static List<Call> joined(List<Call> wave) {
        List<Call> joined = new ArrayList<>();
        Map<Group.Work<?>, Integer> newest = new HashMap<>();
        for (Call call : wave) {
            if (call instanceof Group<?> group) {
                Integer place = newest.get(group.work());
                Optional<? extends Group<?>> both =
                        place == null ? Optional.empty() : ((Group<?>) joined.get(place)).with(group);
                if (both.isPresent()) {
                    joined.set(place, both.get());
                    continue;
                }
                newest.put(group.work(), joined.size());
            }
            joined.add(call);
        }
        return joined;
    }
}
