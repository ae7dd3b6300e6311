package org.isdarts.kernel.cuda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells apart what lies in one place one after another: wherever a call overwrites images, they get a number below 0 of their
 * own for a place. So no call has to wait for others only because its images lie where theirs did before.
 */
final class Versions {
    private final Set<Long> images;
    private final Set<Long> kept;
    private final Map<Long, Integer> lastOverwritten = new HashMap<>();

    /** The number, or the place itself, of what lies there now. */
    private final Map<Long, Long> newest = new HashMap<>();

    /** The place that images with a number had. */
    private final Map<Long, Long> origins = new HashMap<>();

    /**
     * @param images where images lie
     * @param kept where those lie that stay where they are, because they are read after the pass
     */
    Versions(Set<Long> images, Set<Long> kept) {
        this.images = images;
        this.kept = kept;
    }

    /** The place that images with a number had, for every number. */
    Map<Long, Long> origins() {
        return origins;
    }

    /** The calls with numbers for places. */
    List<Call> numbered(List<Call> calls) {
        for (int i = 0; i < calls.size(); i++) {
            for (long place : overwritten(calls.get(i))) {
                lastOverwritten.put(place, i);
            }
        }
        return IntStream.range(0, calls.size())
                .mapToObj(i -> numbered(i, calls.get(i)))
                .toList();
    }

    private List<Long> overwritten(Call call) {
        return call.written().stream()
                .filter(place -> images.contains(place) && !call.changed().contains(place))
                .toList();
    }

    private Call numbered(int number, Call call) {
        Map<Long, Long> before = new HashMap<>();
        call.read().forEach(place -> before.put(place, now(place)));
        overwritten(call).forEach(place -> newest.put(place, version(number, place)));
        return call.at(new Placement() {
            @Override
            public long read(long place) {
                return before.getOrDefault(place, place);
            }

            @Override
            public long written(long place) {
                return now(place);
            }
        });
    }

    private long now(long place) {
        return newest.getOrDefault(place, place);
    }

    private long version(int number, long place) {
        if (kept.contains(place) && lastOverwritten.get(place) == number) {
            return place;
        }
        long version = -1L - origins.size();
        origins.put(version, place);
        return version;
    }
}
