package org.isdarts.ui.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of the runs are listed, and in what order: pinned ones first, then group by group.
 *
 * @param query which runs
 * @param order their order within a group
 * @param grouping what they are grouped by
 */
record RunCatalog(RunQuery query, RunOrder order, RunGrouping grouping) {
    private static final String PINNED = "Pinned";

    /** All runs, the newest first. */
    static final RunCatalog ALL = new RunCatalog(RunQuery.of(""), RunOrder.NEWEST, RunGrouping.NONE);

    /** The runs to list. */
    List<RunRow> of(List<RunRow> rows) {
        Map<String, List<RunRow>> groups = rows.stream()
                .filter(query.matches())
                .sorted(order.comparator())
                .collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toList()));
        List<RunRow> pinned = groups.getOrDefault(PINNED, List.of());
        groups.remove(PINNED);
        return Stream.concat(pinned.stream(), groups.values().stream().flatMap(List::stream))
                .toList();
    }

    /** The heading above a run; empty where runs are not grouped. */
    String group(RunRow row) {
        return row.labels().pinned() ? PINNED : grouping.of(row);
    }

    RunCatalog with(RunQuery other) {
        return new RunCatalog(other, order, grouping);
    }

    RunCatalog with(RunOrder other) {
        return new RunCatalog(query, other, grouping);
    }

    RunCatalog with(RunGrouping other) {
        return new RunCatalog(query, order, other);
    }
}
