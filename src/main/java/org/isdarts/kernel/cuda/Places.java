package org.isdarts.kernel.cuda;

import java.util.List;
import java.util.function.ToLongFunction;

/** One place of every member of a group, as kernels take them. */
final class Places {
    private Places() {}

    static <M> long[] of(List<M> members, ToLongFunction<M> place) {
        long[] places = new long[Group.MOST];
        for (int m = 0; m < members.size(); m++) {
            places[m] = place.applyAsLong(members.get(m));
        }
        return places;
    }
}
