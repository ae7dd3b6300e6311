package org.isdarts.ui.library;

import java.util.Comparator;

/** How runs are sorted. */
enum RunOrder {
    NEWEST("newest first", Comparator.comparingLong(RunRow::started).reversed()),
    OLDEST("oldest first", Comparator.comparingLong(RunRow::started)),
    ACCURACY(
            "highest accuracy first",
            Comparator.comparingDouble((RunRow row) -> Double.isNaN(row.accuracy()) ? -1 : row.accuracy())
                    .reversed()),
    NAME("name", Comparator.comparing(RunRow::name, String.CASE_INSENSITIVE_ORDER)),
    STATE("state", Comparator.comparing(row -> row.summary().state()));

    private final String label;
    private final Comparator<RunRow> comparator;

    RunOrder(String label, Comparator<RunRow> comparator) {
        this.label = label;
        this.comparator = comparator;
    }

    /** Runs that are equal in this are in the order of their start, the newest first. */
    Comparator<RunRow> comparator() {
        return comparator.thenComparing(
                Comparator.comparingLong(RunRow::started).reversed());
    }

    @Override
    public String toString() {
        return label;
    }
}
