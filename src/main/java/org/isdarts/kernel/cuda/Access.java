package org.isdarts.kernel.cuda;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What something reads and overwrites, as places on the GPU. Two things that touch no place in common may change their order. */
interface Access {
    /** Where the tensors lie that are read. */
    List<Long> read();

    /** Where the tensors lie that are overwritten. */
    List<Long> written();

    /** Of what is overwritten, what is read too or stays in part. */
    default List<Long> changed() {
        return List.of();
    }

    /** Whether one of them overwrites what the other reads or overwrites. */
    default boolean conflictsWith(Access other) {
        return touches(written(), other.written())
                || touches(written(), other.read())
                || touches(read(), other.written());
    }

    private static boolean touches(List<Long> places, List<Long> others) {
        return places.stream().anyMatch(others::contains);
    }

    /** Those places that there are; 0 is none. */
    static List<Long> places(long... places) {
        return Arrays.stream(places).filter(place -> place != 0).boxed().toList();
    }

    /** The places of several. */
    static List<Long> places(Stream<List<Long>> several) {
        return several.flatMap(List::stream).distinct().toList();
    }
}
